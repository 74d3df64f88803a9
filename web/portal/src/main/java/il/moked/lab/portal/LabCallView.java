// SPDX-License-Identifier: Apache-2.0
package il.moked.lab.portal;

import il.moked.demo.ejb.DemoExchange;
import il.moked.lab.portal.CallLog.Line;
import il.moked.lab.portal.Handset.Picture;
import il.moked.lab.portal.PlayedCall.Phase;
import il.moked.shared.PhoneNumber;
import il.moked.shared.portal.Texts;
import il.moked.shared.ui.ActiveLocale;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the lab's telephone shows: where the call is, what is heard, and what happened. What is heard is in the language that the caller chose. */
@Named
@RequestScoped
public class LabCallView {
    private static final String BUNDLE = "il.moked.lab.portal.lab";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final List<String> KEYS = List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "*", "0", "#");

    @Inject
    DemoExchange port;
    @Inject
    LabView lab;
    @Inject
    Texts texts;
    @Inject
    ActiveLocale activeLocale;
    @Inject
    Clock clock;
    @Inject
    @ConfigProperty(name = "moked.time-zone", defaultValue = "Asia/Jerusalem")
    String zone;

    private Picture picture = Picture.NOTHING;
    private boolean wrongNumber;
    private String inFile;

    /** Something that can be chosen by a key. */
    public record Option(String key, String text) {
        public String getKey() {
            return key;
        }

        public String getText() {
            return text;
        }
    }

    /** Words in a language. */
    public record Heard(String text, String language) {
        public String getText() {
            return text;
        }

        public String getLanguage() {
            return language;
        }

        public String getDir() {
            return "he".equals(language) ? "rtl" : "ltr";
        }
    }

    /** A line of what happened. */
    public record Happened(String time, String text, boolean told) {
        public String getTime() {
            return time;
        }

        public String getText() {
            return text;
        }

        /** Whether it is what the caller was told. */
        public boolean isTold() {
            return told;
        }
    }

    void shows(Picture now) {
        picture = now;
    }

    /** @param keys that were heard in a file of sound, empty for none */
    void heardInFile(String keys) {
        inFile = keys;
    }

    void numberIsWrong() {
        wrongNumber = true;
    }

    private boolean idle() {
        return picture.phase() == null || picture.phase() == Phase.ENDED;
    }

    /** What the page's parts are shown by: {@code idle}, {@code menu}, {@code waiting}, {@code ringing}, {@code talking}, {@code held}, {@code outside}. */
    public String getPhase() {
        return idle() ? "idle" : picture.phase().menu() ? "menu" : picture.phase().name().toLowerCase(Locale.ROOT);
    }

    public String getTitle() {
        return text("call.phase." + (picture.phase() == Phase.ENDED ? "ended" : getPhase()));
    }

    /** How long it is so; -1 when nobody counts. */
    public long getSeconds() {
        return idle() || picture.phase().menu() ? -1 : Math.max(0, Duration.between(picture.since(), clock.instant()).toSeconds());
    }

    public List<Heard> getHeard() {
        if (idle()) {
            return List.of();
        }
        if (picture.heard() != null) {
            return List.of(new Heard(picture.heard(), picture.language()));
        }
        return switch (picture.phase()) {
            case LANGUAGE -> List.of(said("call.says.language", "he"), said("call.says.language", "en"));
            case IDENTITY -> List.of(said(picture.wrong() ? "call.says.identity.wrong" : "call.says.identity", picture.language()));
            case SUBJECT -> List.of(said(picture.wrong() ? "call.says.subject.wrong" : "call.says.subject", picture.language()));
            case WAITING -> List.of(said("call.says.waiting", picture.language()));
            default -> List.of();
        };
    }

    /** What it is to him who looks, not heard by anybody; empty for nothing. */
    public String getAside() {
        if (wrongNumber) {
            return text("call.number.wrong");
        }
        if (inFile != null) {
            return inFile.isEmpty() ? text("call.sound.none") : text("call.sound.heard", inOneDirection(inFile));
        }
        if (idle()) {
            return "";
        }
        return switch (picture.phase()) {
            case GUIDED, IDENTITY -> lab.getPlayed().nationalId() == null ? "" : text("call.aside.identity", lab.getPlayed().name(), lab.getPlayed().nationalId());
            case TALKING -> text("call.aside.talking");
            case HELD -> text("call.aside.held");
            case OUTSIDE -> text("call.aside.outside", shown(picture.outside()));
            case RINGING -> text("call.aside.ringing");
            default -> "";
        };
    }

    private Heard said(String key, String language) {
        return new Heard(texts.text(BUNDLE, key, Locale.forLanguageTag(language)), language);
    }

    public List<Option> getOptions() {
        if (picture.phase() == Phase.SUBJECT) {
            return picture.menu().entrySet().stream().sorted((one, other) -> place(one.getKey()).compareTo(place(other.getKey()))).map(entry -> new Option(entry.getKey(), subject(entry.getValue(), Locale.forLanguageTag(picture.language())))).toList();
        }
        return List.of();
    }

    private static Integer place(String key) {
        return KEYS.indexOf(key);
    }

    public String getOptionsLanguage() {
        return picture.language();
    }

    public String getOptionsDir() {
        return "he".equals(picture.language()) ? "rtl" : "ltr";
    }

    private String subject(String code, Locale locale) {
        try {
            return texts.text(BUNDLE, "call.subject." + code, locale);
        } catch (MissingResourceException own) {
            return code;
        }
    }

    public String getTyped() {
        return picture.typed();
    }

    /** Empty while nobody records for other reasons. */
    public String getRecording() {
        boolean talks = picture.phase() == Phase.TALKING || picture.phase() == Phase.HELD;
        return talks ? picture.recorded() ? "on" : "paused" : "";
    }

    public boolean isSilent() {
        return picture.silent();
    }

    public List<Happened> getLines() {
        return picture.lines().stream().map(line -> new Happened(TIME.format(line.at().atZone(ZoneId.of(zone))), words(line), line.what() == CallLog.What.TOLD)).toList();
    }

    private String words(Line line) {
        String detail = line.detail() == null ? "" : switch (line.what()) {
            case DIALLED, TRANSFERRED_OUTSIDE, RINGS -> shown(line.detail());
            case LANGUAGE -> text("call.language." + line.detail());
            case SUBJECT -> subject(line.detail(), activeLocale.getLocale());
            case IDENTITY, PRESSED -> inOneDirection(line.detail());
            default -> line.detail();
        };
        return text(key(line.what()), detail);
    }

    static String key(CallLog.What what) {
        return "call.line." + what.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String shown(String number) {
        return inOneDirection(PhoneNumber.parse(number).map(PhoneNumber::display).orElse(number));
    }

    /** Left to right, whatever stands around it. */
    private static String inOneDirection(String digits) {
        return "\u2066" + digits + "\u2069";
    }

    private String text(String key, Object... arguments) {
        return texts.text(BUNDLE, key, activeLocale.getLocale(), arguments);
    }

    public List<String> getKeys() {
        return KEYS;
    }

    public String getServiceNumber() {
        return port.serviceNumber().number();
    }

    /** The number whose callers are led through a menu of the organisation's. */
    public String getGuidedNumber() {
        return port.guidedNumber().number();
    }

    /** Empty when he has none. */
    public String getOwnNumber() {
        return lab.getPlayed().phone() == null ? "" : lab.getPlayed().phone();
    }
}
