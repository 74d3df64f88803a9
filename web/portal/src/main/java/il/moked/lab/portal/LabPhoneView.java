// SPDX-License-Identifier: Apache-2.0
package il.moked.lab.portal;

import il.moked.channel.Channel;
import il.moked.channel.ejb.ContactWays;
import il.moked.shared.portal.Texts;
import il.moked.shared.ui.ActiveLocale;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The lab's telephone: the lines it has, and what the screen of the chosen one shows. */
@Named
@RequestScoped
public class LabPhoneView {
    private static final String BUNDLE = "il.moked.lab.portal.lab";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    @Inject
    @Any
    Instance<PhoneLine> lines;
    @Inject
    ContactWays ways;
    @Inject
    PhoneScreens screens;
    @Inject
    LabView lab;
    @Inject
    Texts texts;
    @Inject
    ActiveLocale activeLocale;
    @Inject
    HttpServletRequest request;
    @Inject
    @ConfigProperty(name = "moked.time-zone", defaultValue = "Asia/Jerusalem")
    String zone;

    /** A line that can be chosen. */
    public record Choice(String text, String href, boolean present) {
        public String getText() {
            return text;
        }

        public String getHref() {
            return href;
        }

        public boolean isPresent() {
            return present;
        }
    }

    /** What is shown of a text. */
    public record Bubble(boolean mine, String text, String time) {
        public boolean isMine() {
            return mine;
        }

        public String getText() {
            return text;
        }

        public String getTime() {
            return time;
        }
    }

    private List<PhoneLine> open() {
        return lines.stream().filter(line -> !ways.of(line.channel()).isEmpty()).sorted(Comparator.comparing(PhoneLine::channel)).toList();
    }

    /** The chosen line, else WhatsApp, else any. */
    Optional<PhoneLine> line() {
        String wanted = request.getParameter("line");
        List<PhoneLine> open = open();
        return open.stream().filter(line -> line.channel().name().equals(wanted)).findFirst().or(() -> open.stream().filter(line -> line.channel() == Channel.WHATSAPP).findFirst()).or(() -> open.stream().findFirst());
    }

    public String getLine() {
        return line().map(line -> line.channel().name()).orElse("");
    }

    public List<Choice> getChoices() {
        String chosen = getLine();
        return open().stream().map(line -> new Choice(texts.text(BUNDLE, "line." + line.channel(), activeLocale.getLocale()), "?as=" + lab.getPlayedQuery() + "&tab=texts&line=" + line.channel(), line.channel().name().equals(chosen))).toList();
    }

    public List<Bubble> getBubbles() {
        return line().map(line -> screens.of(line.channel(), line.address(lab.getPlayed()))).orElse(List.of()).stream().map(text -> new Bubble(text.mine(), text.text(), TIME.format(text.at().atZone(ZoneId.of(zone))))).toList();
    }

    public boolean isSilent() {
        return "silent".equals(request.getParameter("done"));
    }
}
