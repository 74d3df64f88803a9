// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.ejb;

import il.moked.branch.Appointment;
import il.moked.branch.AppointmentCapacity;
import il.moked.branch.AppointmentHour;
import il.moked.branch.Appointments;
import il.moked.branch.BookableHours;
import il.moked.branch.BookableHours.Free;
import il.moked.branch.Branch;
import il.moked.branch.BranchHours;
import il.moked.branch.VisitReason;
import il.moked.shared.BusinessException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What is free at a branch, and taking of it. Whoever takes a place locks the row of its hour first; so an hour never has more appointments than places. */
@ApplicationScoped
class AppointmentDiary {
    /** Looked through at once. */
    static final int MOST_DAYS = 14;

    @Inject
    BranchHours hours;
    @Inject
    Appointments appointments;
    @Inject
    AppointmentTerms terms;
    @Inject
    Clock clock;

    /** A day with what is free on it. */
    record Day(LocalDate date, List<Free> free) {
    }

    LocalDate today(Branch branch) {
        return hours.day(branch, clock.instant());
    }

    /** The last day that can be booked. */
    LocalDate last(Branch branch) {
        return today(branch).plusDays(terms.daysAhead());
    }

    /** Days with something free, the nearest first. @param from null for today @param days at most {@link #MOST_DAYS} */
    List<Day> free(Branch branch, VisitReason reason, LocalDate from, int days) {
        Instant now = clock.instant();
        LocalDate first = from == null || from.isBefore(today(branch)) ? today(branch) : from;
        LocalDate end = first.plusDays(Math.max(1, Math.min(days, MOST_DAYS)));
        LocalDate until = end.isAfter(last(branch)) ? last(branch).plusDays(1) : end;
        if (!first.isBefore(until)) {
            return List.of();
        }
        BookableHours hours = hours(branch, reason);
        Map<Instant, Integer> taken = appointments.taken(branch.id(), reason.id(), first.atStartOfDay(hours.calendar().zone()).toInstant(), until.atStartOfDay(hours.calendar().zone()).toInstant());
        List<Day> found = new ArrayList<>();
        for (LocalDate date = first; date.isBefore(until); date = date.plusDays(1)) {
            List<Free> free = hours.free(date, now, taken);
            if (!free.isEmpty()) {
                found.add(new Day(date, free));
            }
        }
        return found;
    }

    private BookableHours hours(Branch branch, VisitReason reason) {
        Map<AppointmentHour, Integer> capacity = appointments.capacity(branch.id()).stream().filter(row -> row.reasonId() == reason.id()).collect(Collectors.toMap(row -> new AppointmentHour(row.weekday(), row.fromHour()), AppointmentCapacity::places));
        return new BookableHours(hours.of(branch), Duration.ofMinutes(reason.minutes()), capacity);
    }

    /**
     * Nobody else takes a place of that hour until this transaction ends.
     *
     * @throws BusinessException {@code branch.appointment-past}, {@code branch.appointment-far}, {@code branch.appointment-taken}
     */
    void lock(Branch branch, VisitReason reason, Instant at) {
        if (!at.isAfter(clock.instant())) {
            throw new BusinessException("branch.appointment-past", "at");
        }
        ZonedDateTime there = at.atZone(hours.of(branch).zone());
        if (there.toLocalDate().isAfter(last(branch))) {
            throw new BusinessException("branch.appointment-far", "at", terms.daysAhead());
        }
        appointments.capacityLocked(branch.id(), reason.id(), there.getDayOfWeek(), there.getHour()).orElseThrow(AppointmentDiary::taken);
    }

    /**
     * There is a place. {@link #lock} was called.
     *
     * @param instead what gives up its place for it, or null
     * @throws BusinessException {@code branch.appointment-taken}
     */
    void take(Branch branch, VisitReason reason, Instant at, Appointment instead) {
        BookableHours hours = hours(branch, reason);
        ZonedDateTime there = at.atZone(hours.calendar().zone());
        Instant hour = there.withMinute(0).withSecond(0).withNano(0).toInstant();
        Map<Instant, Integer> taken = appointments.taken(branch.id(), reason.id(), hour, hour.plus(Duration.ofHours(1)));
        if (instead != null) {
            taken.computeIfPresent(instead.startsAt(), (when, many) -> many == 1 ? null : many - 1);
        }
        if (hours.freeAt(at, clock.instant(), taken) < 1) {
            throw taken();
        }
    }

    private static BusinessException taken() {
        return new BusinessException("branch.appointment-taken", "at");
    }
}
