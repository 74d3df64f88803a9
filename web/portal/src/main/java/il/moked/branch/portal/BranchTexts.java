// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.portal;

import il.moked.branch.ejb.BranchDirectory.Day;
import il.moked.branch.ejb.LiveWaits.Listing;
import il.moked.calendar.BusinessCalendar.Hours;
import il.moked.customer.Segment;
import il.moked.shared.PhoneNumber;
import il.moked.shared.portal.Texts;
import il.moked.shared.ui.ActiveLocale;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Branches in words: hours, waits, places. */
@Named
@RequestScoped
public class BranchTexts {
    private static final String BUNDLE = "il.moked.branch.portal.branch";
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM");
    private static final int HOUR = 60;

    @Inject
    Texts texts;
    @Inject
    ActiveLocale locale;
    @Inject
    Clock clock;
    /** Zone in which customers read times. */
    @Inject
    @ConfigProperty(name = "moked.time-zone", defaultValue = "Asia/Jerusalem")
    ZoneId zone;

    public String text(String key, Object... arguments) {
        return texts.text(BUNDLE, key, locale.getLocale(), arguments);
    }

    /** In a language that may be another than the page's: what hangs on the wall is in both. */
    public String in(String language, String key) {
        return texts.text(BUNDLE, key, Locale.forLanguageTag(language));
    }

    /** Whether it is open, and until when or from when. */
    public String open(Listing branch) {
        if (branch.always()) {
            return text("open.always");
        }
        if (branch.open()) {
            return branch.until() == null ? text("open.now") : text("open.until", isolated(clock(branch.until())));
        }
        LocalDate day = branch.opens().atZone(zone).toLocalDate();
        return day.equals(today()) ? text("opens.today", isolated(clock(branch.opens()))) : text("opens", weekday(day), isolated(clock(branch.opens())));
    }

    private LocalDate today() {
        return clock.instant().atZone(zone).toLocalDate();
    }

    public String clock(Instant at) {
        return CLOCK.format(at.atZone(zone));
    }

    public String weekday(LocalDate day) {
        return day.getDayOfWeek().getDisplayName(TextStyle.FULL, locale.getLocale());
    }

    public String date(LocalDate day) {
        return DAY.format(day);
    }

    /** The hours of a day. */
    public String hours(Day day) {
        return day.hours().isEmpty() ? text("closed") : day.allDay() ? text("all-day") : day.hours().stream().map(BranchTexts::span).map(BranchTexts::isolated).collect(Collectors.joining(", "));
    }

    private static String span(Hours open) {
        return minute(open.from()) + "–" + minute(open.to());
    }

    private static String minute(int minute) {
        return String.format(Locale.ROOT, "%02d:%02d", minute / HOUR, minute % HOUR);
    }

    private static String isolated(String text) {
        return "\u2066" + text + "\u2069";
    }

    /** @param minutes null when no counter is open */
    public String expected(Integer minutes) {
        return minutes == null ? text("wait.unknown") : text("wait.minutes", minutes);
    }

    public String waiting(int many) {
        return text("waiting", many);
    }

    public String before(int many) {
        return text("before", many);
    }

    /** As people write it. */
    public String phone(String number) {
        return new PhoneNumber(number).display();
    }

    /** Whom it is for, in words. */
    public String segments(Listing branch) {
        return Arrays.stream(Segment.values()).filter(branch.segments()::contains).map(one -> text("for." + one)).collect(Collectors.joining(" · "));
    }
}
