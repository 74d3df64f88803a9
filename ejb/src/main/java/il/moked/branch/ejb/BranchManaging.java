// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.ejb;

import il.moked.access.Role;
import il.moked.access.ejb.CurrentUser;
import il.moked.agent.Agent;
import il.moked.agent.Agents;
import il.moked.agent.AwayReason;
import il.moked.agent.Presence;
import il.moked.branch.Appointment;
import il.moked.branch.AppointmentSummary;
import il.moked.branch.Arrivals;
import il.moked.branch.Branch;
import il.moked.branch.BranchHours;
import il.moked.branch.Branches;
import il.moked.branch.Closings;
import il.moked.branch.DayClosing;
import il.moked.branch.SpecialDay;
import il.moked.branch.ejb.BranchBoard.Board;
import il.moked.calendar.BusinessCalendar;
import il.moked.calendar.BusinessCalendarText;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A branch as its manager sees it, and what he decides: counters that were left behind, when nobody is taken any more, and when the day is over. */
@Stateless
@RolesAllowed({Role.SUPERVISOR, Role.ADMINISTRATOR})
public class BranchManaging {
    private static final int WEEK = 7;

    @Inject
    BranchAccess access;
    @Inject
    Branches branches;
    @Inject
    Arrivals arrivals;
    @Inject
    AppointmentReading appointmentReading;
    @Inject
    BranchHours hours;
    @Inject
    Closings closings;
    @Inject
    BranchBoard board;
    @Inject
    DayEnding ending;
    @Inject
    CounterFreeing counters;
    @Inject
    Agents agents;
    @Inject
    CurrentUser currentUser;
    @Inject
    Clock clock;

    /** A branch to choose. */
    public record BranchName(long id, String code, String hebrewName, String englishName) {
        public String name(String language) {
            return "he".equals(language) ? hebrewName : englishName;
        }
    }

    /** Somebody of its team. @param counter number, null when he sits at none @param away null when he is not */
    public record Person(long id, String hebrewName, String englishName, Presence presence, AwayReason away, Instant since, Integer counter) {
        public String name(String language) {
            return "he".equals(language) ? hebrewName : englishName;
        }
    }

    /** How its day ends. @param closesAt null when nothing ends it @param warned people would still wait at closing @param stopped nobody is taken any more @param sendsHome who waits is sent home @param ended it is over */
    public record Ending(Instant closesAt, Instant warned, Instant stopped, String stoppedBy, Instant sendsHome, Instant ended) {
    }

    /** A day to come. @param hours as calendars write them, empty when closed @param hebrewWhy why it is not as usual, null when it is */
    public record Open(LocalDate day, String hours, String hebrewWhy, String englishWhy) {
        public String why(String language) {
            return "he".equals(language) ? hebrewWhy : englishWhy;
        }
    }

    public record Live(Board board, Ending ending, List<Person> people, List<AppointmentSummary> appointments, List<Open> week) {
    }

    /** Those the caller may manage. */
    public List<BranchName> mine() {
        List<Branch> his = currentUser.get().has(Role.ADMINISTRATOR) ? branches.all() : access.mine().stream().toList();
        return his.stream().map(branch -> new BranchName(branch.id(), branch.code(), branch.name("he"), branch.name("en"))).toList();
    }

    /** Whether he works at one. */
    public boolean manages() {
        return access.mine().isPresent();
    }

    public Live live(long branchId) {
        Branch branch = access.managed(branchId);
        Instant now = clock.instant();
        Board seen = board.of(branchId);
        BusinessCalendar calendar = hours.of(branch);
        LocalDate today = hours.day(branch, now);
        List<AppointmentSummary> booked = appointmentReading.day(branchId, today).stream().filter(appointment -> appointment.state() != Appointment.State.CANCELLED).toList();
        return new Live(seen, ending(branch, today), people(branch, seen), booked, week(branch, calendar, today));
    }

    private Ending ending(Branch branch, LocalDate today) {
        Instant closes = ending.closes(branch, today).orElse(null);
        return closings.find(branch.id(), today).map(closing -> new Ending(closes, closing.warnedAt().orElse(null), closing.stoppedAt().orElse(null), closing.stoppedBy().orElse(null), closing.sendsHomeAt().orElse(null), closing.endedAt().orElse(null)))
                .orElse(new Ending(closes, null, null, null, null, null));
    }

    private List<Person> people(Branch branch, Board seen) {
        return agents.inTeam(branch.teamId()).stream().map(agent -> person(agent, seen)).sorted(Comparator.comparing((Person person) -> person.presence() == Presence.OFFLINE).thenComparing(person -> person.counter() == null).thenComparing(Person::hebrewName)).toList();
    }

    private static Person person(Agent agent, Board seen) {
        Integer counter = seen.counters().stream().filter(one -> agent.id().equals(one.clerkId())).map(CounterWork.CounterLine::number).findFirst().orElse(null);
        return new Person(agent.id(), agent.user().name("he"), agent.user().name("en"), agent.presence(), agent.awayReason().orElse(null), agent.since(), counter);
    }

    private List<Open> week(Branch branch, BusinessCalendar calendar, LocalDate today) {
        List<SpecialDay> special = hours.special(branch.id(), today);
        List<Open> week = new ArrayList<>();
        for (LocalDate day = today; day.isBefore(today.plusDays(WEEK)); day = day.plusDays(1)) {
            LocalDate on = day;
            SpecialDay own = special.stream().filter(one -> one.day().equals(on)).findFirst().orElse(null);
            week.add(new Open(day, BusinessCalendarText.hours(calendar.hours(day)), own == null ? null : own.why("he"), own == null ? null : own.why("en")));
        }
        return week;
    }

    /** Its clerk is gone; whoever he called or served waits again, with the place he had. */
    public void free(long counterId) {
        access.managed(branches.counter(counterId).branch().id());
        counters.free(counterId, currentUser.name());
    }

    /** Nobody is taken any more today; who waits is served. */
    public void closeLine(long branchId) {
        Branch branch = access.managed(branchId);
        ending.stop(branch, today(branch), currentUser.name(), arrivals.waiting(branchId), clock.instant());
    }

    /** People are let in again; the clock does not close the line a second time. */
    public void openLine(long branchId) {
        Branch branch = access.managed(branchId);
        DayClosing closing = today(branch);
        if (closing.resume(clock.instant())) {
            ending.tell(branch, "branch.line-opened", closing, arrivals.waiting(branchId));
        }
    }

    /** Nobody is taken any more, and who waits is sent home within moments and told; who is served is served to the end. */
    public void endDay(long branchId) {
        Branch branch = access.managed(branchId);
        DayClosing closing = today(branch);
        Instant now = clock.instant();
        int waiting = arrivals.waiting(branchId);
        ending.stop(branch, closing, currentUser.name(), waiting, now);
        closing.sendHome(now);
        ending.tell(branch, "branch.day-ending", closing, waiting);
    }

    private DayClosing today(Branch branch) {
        return closings.locked(branch.id(), hours.day(branch, clock.instant()));
    }
}
