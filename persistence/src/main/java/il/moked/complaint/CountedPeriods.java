// SPDX-License-Identifier: Apache-2.0
package il.moked.complaint;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Days gathered into the periods of a chart, oldest first; the last one still goes on. */
public record CountedPeriods(List<LocalDate> starts, List<Integer> counts) {
    public enum Unit {
        DAY(60, 1), WEEK(26, 7);

        private final int most;
        private final int days;

        Unit(int most, int days) {
            this.most = most;
            this.days = days;
        }

        /** First day of the period a day is in; weeks begin on Sunday. */
        public LocalDate startOf(LocalDate day) {
            return this == DAY ? day : day.with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
        }

        /** First day of what a chart shows on a day. */
        public LocalDate since(LocalDate today) {
            return startOf(today).minusDays((long) (most - 1) * days);
        }
    }

    /** @param perDay since {@link Unit#since} @param first the first day that was counted at all: before it, there was nothing to count */
    public static CountedPeriods of(Map<LocalDate, Integer> perDay, Unit unit, LocalDate first, LocalDate today) {
        LocalDate since = unit.since(today);
        LocalDate from = first.isAfter(since) ? unit.startOf(first) : since;
        List<LocalDate> starts = new ArrayList<>();
        List<Integer> counts = new ArrayList<>();
        for (LocalDate start = from; !start.isAfter(today); start = start.plusDays(unit.days)) {
            LocalDate begin = start;
            LocalDate end = start.plusDays(unit.days);
            starts.add(start);
            counts.add(perDay.entrySet().stream().filter(day -> !day.getKey().isBefore(begin) && day.getKey().isBefore(end)).mapToInt(Map.Entry::getValue).sum());
        }
        return new CountedPeriods(starts, counts);
    }
}
