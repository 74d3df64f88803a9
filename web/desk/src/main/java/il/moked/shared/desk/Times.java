// SPDX-License-Identifier: Apache-2.0
package il.moked.shared.desk;

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
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Moments as people in the organisation read them: its own time zone, 24 hours, day before month. */
@Named
@RequestScoped
public class Times {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final DateTimeFormatter FULL = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm");

    @Inject
    Clock clock;
    @Inject
    ActiveLocale locale;
    /** The zone in which staff read times. */
    @Inject
    @ConfigProperty(name = "moked.time-zone", defaultValue = "Asia/Jerusalem")
    ZoneId zone;

    public long getNow() {
        return clock.instant().toEpochMilli();
    }

    public long millis(Instant at) {
        return at.toEpochMilli();
    }

    /** Name of the zone, for clocks that the page counts itself. */
    public String getZone() {
        return zone.getId();
    }

    public String clock(Instant at) {
        return CLOCK.format(at.atZone(zone));
    }

    public String full(Instant at) {
        return FULL.format(at.atZone(zone));
    }

    /** The shortest that is still clear: the hour today, the day this year, else the date. */
    public String brief(Instant at) {
        LocalDate day = day(at);
        LocalDate today = day(clock.instant());
        return day.equals(today) ? clock(at) : day.getYear() == today.getYear() ? DAY.format(day) : DATE.format(day);
    }

    /** The hour today, else day and hour. */
    public String moment(Instant at) {
        return today(day(at)) ? clock(at) : DAY.format(day(at)) + " " + clock(at);
    }

    public String date(LocalDate day) {
        return DATE.format(day);
    }

    public String weekday(LocalDate day) {
        return day.getDayOfWeek().getDisplayName(TextStyle.FULL, locale.getLocale());
    }

    /** Two or three letters. */
    public String weekdayBriefly(LocalDate day) {
        return day.getDayOfWeek().getDisplayName(TextStyle.SHORT, locale.getLocale());
    }

    public String dayOfMonth(LocalDate day) {
        return DAY.format(day);
    }

    public String month(LocalDate day) {
        return day.getMonth().getDisplayName(TextStyle.FULL_STANDALONE, locale.getLocale()) + " " + day.getYear();
    }

    public LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    /** Its first moment. */
    public Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    public boolean today(LocalDate day) {
        return day.equals(day(clock.instant()));
    }
}
