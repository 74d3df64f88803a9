// SPDX-License-Identifier: Apache-2.0
package il.moked.dispatch;

import il.moked.calendar.BusinessCalendar;
import il.moked.shared.BusinessException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What the Consumer Protection Law asks of a technician's visit (s. 18A): day and hour agreed; from 08 to 19, on Fridays and eves
 * to 13; nobody waits longer than two hours; more than two hours beyond that there is compensation without proof of damage, by
 * the delay.
 *
 * @param least shekels when it is due @param most shekels @param more shekels for each hour begun beyond
 */
public record VisitLaw(int least, int most, int more) {
    public static final Duration LONGEST_WAIT = Duration.ofHours(2);
    /** Beyond the longest wait. */
    public static final Duration GRACE = Duration.ofHours(2);
    public static final ZoneId ZONE = ZoneId.of("Asia/Jerusalem");
    private static final Duration SHORTEST_WINDOW = Duration.ofMinutes(30);
    private static final BusinessCalendar HOURS = hours();

    public VisitLaw {
        if (least < 0 || most < least || more < 0) {
            throw new IllegalArgumentException("Compensation is between the least and the most");
        }
    }

    private static BusinessCalendar hours() {
        List<BusinessCalendar.Hours> eve = List.of(new BusinessCalendar.Hours(8 * 60, 13 * 60));
        Map<DayOfWeek, List<BusinessCalendar.Hours>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : List.of(DayOfWeek.SUNDAY, DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY)) {
            week.put(day, List.of(new BusinessCalendar.Hours(8 * 60, 19 * 60)));
        }
        week.put(DayOfWeek.FRIDAY, eve);
        return new BusinessCalendar(ZONE, BusinessCalendar.Holidays.ISRAEL, eve, week, Map.of());
    }

    public static LocalDate dayOf(Instant at) {
        return LocalDate.ofInstant(at, ZONE);
    }

    /** When visits may be on a day; nothing on days of rest. */
    public static List<BusinessCalendar.Span> hoursOf(LocalDate day) {
        return HOURS.spans(day);
    }

    /** @throws BusinessException {@code dispatch.window}: longer than two hours or shorter than half an hour; {@code dispatch.hours}: outside the hours of visits */
    public static void check(Instant from, Instant to) {
        Duration length = Duration.between(from, to);
        if (length.compareTo(SHORTEST_WINDOW) < 0 || length.compareTo(LONGEST_WAIT) > 0) {
            throw new BusinessException("dispatch.window");
        }
        if (hoursOf(dayOf(from)).stream().noneMatch(span -> span.holds(from) && !to.isAfter(span.to()))) {
            throw new BusinessException("dispatch.hours");
        }
    }

    /** After this, compensation is due. @param agreed when the customer was told to begin waiting */
    public static Instant limit(Instant agreed) {
        return agreed.plus(LONGEST_WAIT).plus(GRACE);
    }

    /** Shekels due to a customer to whom the technician came, or comes, then. */
    public int compensation(Instant agreed, Instant came) {
        Duration beyond = Duration.between(limit(agreed), came);
        return beyond.isNegative() || beyond.isZero() ? 0 : (int) Math.min(most, least + (long) more * beyond.minusSeconds(1).toHours());
    }

    /** Shekels that are to be expected when he is expected then: all of it when it will be due, nothing while there are two hours left, between them in proportion. */
    public int atRisk(Instant agreed, Instant expected) {
        long left = Duration.between(expected, limit(agreed)).toSeconds();
        if (left < 0) {
            return compensation(agreed, expected);
        }
        return (int) Math.max(0, least - least * left / GRACE.toSeconds());
    }
}
