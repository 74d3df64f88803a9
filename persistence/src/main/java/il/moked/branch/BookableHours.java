// SPDX-License-Identifier: Apache-2.0
package il.moked.branch;

import il.moked.calendar.BusinessCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * At which moments of a day an appointment may begin, by what the branch can do in each hour and by its calendar. The places of
 * an hour are spread over it: of four, one begins every quarter. An hour that the clocks leave out has none; one that comes
 * twice has its places the first time.
 */
public record BookableHours(BusinessCalendar calendar, Duration length, Map<AppointmentHour, Integer> capacity) {
    private static final int MINUTES = 60;
    /** Nobody is told to come at 10:17. */
    private static final int STEP = 5;

    /** @param places not taken @param hour the begin of its hour, by which places are counted */
    public record Free(Instant startsAt, int places, Instant hour) {
    }

    /** @param taken how many begin at each moment of that day */
    public List<Free> free(LocalDate date, Instant now, Map<Instant, Integer> taken) {
        List<Free> free = new ArrayList<>();
        for (int hour = 0; hour < 24; hour++) {
            free.addAll(freeIn(date.atTime(hour, 0), now, taken));
        }
        return free;
    }

    /** Within the hour of that moment. Another moment than those that are offered is never free. */
    public int freeAt(Instant startsAt, Instant now, Map<Instant, Integer> taken) {
        LocalDateTime hour = startsAt.atZone(calendar.zone()).toLocalDateTime().withMinute(0).withSecond(0).withNano(0);
        return freeIn(hour, now, taken).stream().filter(free -> free.startsAt().equals(startsAt)).mapToInt(Free::places).sum();
    }

    private List<Free> freeIn(LocalDateTime hour, Instant now, Map<Instant, Integer> taken) {
        int places = capacity.getOrDefault(new AppointmentHour(hour.getDayOfWeek(), hour.getHour()), 0);
        ZoneId zone = calendar.zone();
        if (places == 0 || zone.getRules().getValidOffsets(hour).isEmpty()) {
            return List.of();
        }
        Instant begin = hour.atZone(zone).toInstant();
        int left = places - taken.entrySet().stream().filter(one -> !one.getKey().isBefore(begin) && one.getKey().isBefore(begin.plusSeconds(MINUTES * 60L))).mapToInt(Map.Entry::getValue).sum();
        List<Free> free = new ArrayList<>();
        for (Map.Entry<Integer, Integer> spread : spread(places).entrySet()) {
            Instant at = begin.plus(Duration.ofMinutes(spread.getKey()));
            int here = Math.min(left, spread.getValue() - taken.getOrDefault(at, 0));
            if (here > 0 && at.isAfter(now) && open(at)) {
                free.add(new Free(at, here, begin));
            }
        }
        return free;
    }

    /** Minute of the hour to places. */
    private static SortedMap<Integer, Integer> spread(int places) {
        SortedMap<Integer, Integer> spread = new TreeMap<>();
        for (int place = 0; place < places; place++) {
            spread.merge(place * MINUTES / places / STEP * STEP, 1, Integer::sum);
        }
        return spread;
    }

    /** He is served before the branch closes. */
    private boolean open(Instant at) {
        return calendar.openAt(at) && calendar.openAt(at.plus(length).minusSeconds(1));
    }
}
