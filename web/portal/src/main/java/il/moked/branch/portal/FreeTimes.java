// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.portal;

import il.moked.branch.ejb.AppointmentBooking.FreeDay;
import il.moked.branch.ejb.AppointmentBooking.FreeTime;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is free, to choose from: days, and of the chosen day its times, by parts of the day. */
public class FreeTimes {
    /** Looked through at once. */
    static final int DAYS = 14;

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
    private static final LocalTime DAWN = LocalTime.of(6, 0);
    private static final LocalTime NOON = LocalTime.NOON;
    private static final LocalTime EVENING = LocalTime.of(17, 0);

    private final List<Day> days;
    private final List<Part> parts;
    private final LocalDate chosen;
    private final LocalDate from;
    private final LocalDate later;

    /** @param weekday in words @param chosen whether its times are shown */
    public record Day(String value, String weekday, String date, boolean chosen) {
    }

    public record Time(String value, String clock) {
    }

    /** @param key of its name */
    public record Part(String key, List<Time> times) {
    }

    /**
     * @param wished the day somebody chose, or null for the first @param from first day looked at @param last that can be booked
     */
    FreeTimes(List<FreeDay> free, LocalDate wished, LocalDate from, LocalDate last, ZoneId zone, Locale locale) {
        this.from = from;
        FreeDay shown = free.stream().filter(day -> day.date().equals(wished)).findFirst().orElse(free.isEmpty() ? null : free.get(0));
        chosen = shown == null ? null : shown.date();
        DateTimeFormatter weekday = DateTimeFormatter.ofPattern("EEE", locale);
        DateTimeFormatter date = DateTimeFormatter.ofPattern("dd.MM", locale);
        days = free.stream().map(day -> new Day(day.date().toString(), weekday.format(day.date()), date.format(day.date()), day == shown)).toList();
        parts = shown == null ? List.of() : parts(shown, zone);
        LocalDate next = from.plusDays(DAYS);
        later = next.isAfter(last) ? null : next;
    }

    private static List<Part> parts(FreeDay day, ZoneId zone) {
        List<Time> night = new ArrayList<>();
        List<Time> morning = new ArrayList<>();
        List<Time> afternoon = new ArrayList<>();
        List<Time> evening = new ArrayList<>();
        for (FreeTime time : day.times()) {
            LocalTime clock = time.at().atZone(zone).toLocalTime();
            (clock.isBefore(DAWN) ? night : clock.isBefore(NOON) ? morning : clock.isBefore(EVENING) ? afternoon : evening).add(new Time(time.at().toString(), CLOCK.format(clock)));
        }
        return List.of(new Part("night", night), new Part("morning", morning), new Part("afternoon", afternoon), new Part("evening", evening)).stream().filter(part -> !part.times().isEmpty()).toList();
    }

    public List<Day> days() {
        return days;
    }

    public List<Part> parts() {
        return parts;
    }

    /** Null when nothing is free. */
    public LocalDate chosen() {
        return chosen;
    }

    /** The first day looked at. */
    public LocalDate from() {
        return from;
    }

    /** Where the next days begin; null when no later ones can be booked. */
    public LocalDate later() {
        return later;
    }
}
