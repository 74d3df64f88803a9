// SPDX-License-Identifier: Apache-2.0
package il.moked.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * When one works, and arithmetic in that time. Hours are local times of the calendar's own zone; the answers are
 * instants, so the night the clocks change is as long as it is. Intervals are half-open, several a day, 24:00 is legal
 * (field-study d.1, rules 7 and 8).
 *
 * @param week a day that is absent is closed
 * @param shortDay what is left of the week's hours on the eve of a holiday and in its intermediate days
 * @param days of single dates; they win over week and holidays; an empty list is closed
 */
public record BusinessCalendar(ZoneId zone, Holidays holidays, List<Hours> shortDay, Map<DayOfWeek, List<Hours>> week, Map<LocalDate, List<Hours>> days) {
    /** Whose holidays are kept. */
    public enum Holidays { NONE, ISRAEL }

    /** Never open for longer than this is a mistake. */
    private static final int FARTHEST_DAYS = 3660;
    private static final int MINUTES = 24 * 60;

    /** @param from inclusive @param to exclusive, minutes of the day, 0 to 1440 */
    public record Hours(int from, int to) implements Comparable<Hours> {
        public static final Hours ALL_DAY = new Hours(0, MINUTES);

        public Hours {
            if (from < 0 || to > MINUTES || from >= to) {
                throw new IllegalArgumentException("Hours begin before they end");
            }
        }

        @Override
        public int compareTo(Hours other) {
            return Integer.compare(from, other.from);
        }

        private Hours within(Hours other) {
            int begin = Math.max(from, other.from);
            int end = Math.min(to, other.to);
            return begin < end ? new Hours(begin, end) : null;
        }
    }

    /** An open stretch of real time, half-open. */
    public record Span(Instant from, Instant to) {
        public boolean holds(Instant at) {
            return !at.isBefore(from) && at.isBefore(to);
        }
    }

    public BusinessCalendar {
        shortDay = apart(shortDay);
        week = week.entrySet().stream().collect(java.util.stream.Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> apart(entry.getValue())));
        days = days.entrySet().stream().collect(java.util.stream.Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> apart(entry.getValue())));
        if (week.values().stream().allMatch(List::isEmpty)) {
            throw new IllegalArgumentException("A calendar is open at some time of the week");
        }
    }

    private static List<Hours> apart(List<Hours> hours) {
        List<Hours> sorted = hours.stream().sorted().toList();
        for (int at = 1; at < sorted.size(); at++) {
            if (sorted.get(at).from() < sorted.get(at - 1).to()) {
                throw new IllegalArgumentException("Hours of a day do not overlap");
            }
        }
        return sorted;
    }

    /** What is open on a date, in local time. */
    public List<Hours> hours(LocalDate date) {
        List<Hours> own = days.get(date);
        if (own != null) {
            return own;
        }
        List<Hours> usual = week.getOrDefault(date.getDayOfWeek(), List.of());
        IsraeliHolidays.Holiday holiday = holidays == Holidays.ISRAEL ? IsraeliHolidays.of(date.getYear()).get(date) : null;
        if (holiday == null) {
            return usual;
        }
        return holiday.closed() ? List.of() : usual.stream().flatMap(open -> shortDay.stream().map(open::within)).filter(java.util.Objects::nonNull).toList();
    }

    /** What is open on a date, in real time; nothing that has no length on the night the clocks change. */
    public List<Span> spans(LocalDate date) {
        List<Span> spans = new ArrayList<>();
        for (Hours open : hours(date)) {
            Span span = new Span(instant(date, open.from()), instant(date, open.to()));
            if (span.from().isBefore(span.to())) {
                spans.add(span);
            }
        }
        return spans;
    }

    private Instant instant(LocalDate date, int minute) {
        return date.plusDays(minute / MINUTES).atTime(minute % MINUTES / 60, minute % 60).atZone(zone).toInstant();
    }

    private LocalDate dateOf(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    public boolean openAt(Instant at) {
        return spans(dateOf(at)).stream().anyMatch(span -> span.holds(at));
    }

    /** The moment after so much open time; of nothing, the moment itself or, when closed, the next opening. */
    public Instant add(Instant at, Duration open) {
        if (open.isNegative()) {
            throw new IllegalArgumentException("Use subtract");
        }
        Duration left = open;
        LocalDate date = dateOf(at);
        for (int day = 0; day < FARTHEST_DAYS; day++, date = date.plusDays(1)) {
            for (Span span : spans(date)) {
                Instant from = span.from().isBefore(at) ? at : span.from();
                if (!from.isBefore(span.to())) {
                    continue;
                }
                Duration here = Duration.between(from, span.to());
                if (left.compareTo(here) <= 0) {
                    return from.plus(left);
                }
                left = left.minus(here);
            }
        }
        throw new IllegalStateException("The calendar is not open long enough");
    }

    /** The moment so much open time before: when a warning is due. */
    public Instant subtract(Instant at, Duration open) {
        if (open.isNegative()) {
            throw new IllegalArgumentException("Use add");
        }
        Duration left = open;
        LocalDate date = dateOf(at);
        for (int day = 0; day < FARTHEST_DAYS; day++, date = date.minusDays(1)) {
            List<Span> spans = spans(date);
            for (int index = spans.size() - 1; index >= 0; index--) {
                Span span = spans.get(index);
                Instant to = span.to().isAfter(at) ? at : span.to();
                if (!span.from().isBefore(to)) {
                    continue;
                }
                Duration here = Duration.between(span.from(), to);
                if (left.compareTo(here) <= 0) {
                    return to.minus(left);
                }
                left = left.minus(here);
            }
        }
        throw new IllegalStateException("The calendar is not open long enough");
    }

    /** Open time between two moments, not negative; nothing when the second is the earlier. */
    public Duration between(Instant from, Instant to) {
        Duration sum = Duration.ZERO;
        for (LocalDate date = dateOf(from); from.isBefore(to) && !date.isAfter(dateOf(to)); date = date.plusDays(1)) {
            for (Span span : spans(date)) {
                Instant begin = span.from().isBefore(from) ? from : span.from();
                Instant end = span.to().isAfter(to) ? to : span.to();
                if (begin.isBefore(end)) {
                    sum = sum.plus(Duration.between(begin, end));
                }
            }
        }
        return sum;
    }

    /** The first opening after that moment; between two stretches that touch there is none. */
    public Instant nextOpening(Instant at) {
        LocalDate date = dateOf(at);
        Instant closed = null;
        for (int day = -1; day < FARTHEST_DAYS; day++) {
            for (Span span : spans(date.plusDays(day))) {
                if (span.from().isAfter(at) && !span.from().equals(closed)) {
                    return span.from();
                }
                closed = span.to();
            }
            if (closed != null && closed.isAfter(at) && always()) {
                return at;
            }
        }
        throw new IllegalStateException("The calendar never opens again");
    }

    private boolean always() {
        return days.isEmpty() && holidays == Holidays.NONE && week.size() == DayOfWeek.values().length && week.values().stream().allMatch(List.of(Hours.ALL_DAY)::equals);
    }

    /** The last closing of that moment's day; of a day on which nothing opens, the last one before. */
    public Instant closing(Instant at) {
        LocalDate date = dateOf(at);
        for (int day = 0; day < FARTHEST_DAYS; day++, date = date.minusDays(1)) {
            List<Span> spans = spans(date);
            if (!spans.isEmpty()) {
                return spans.get(spans.size() - 1).to();
            }
        }
        throw new IllegalStateException("The calendar was never open");
    }
}
