// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.ejb;

import il.moked.access.Role;
import il.moked.branch.Arrival;
import il.moked.branch.ArrivalLine;
import il.moked.branch.Arrivals;
import il.moked.branch.Branch;
import il.moked.branch.BranchHours;
import il.moked.branch.Branches;
import il.moked.branch.Counter;
import il.moked.branch.ejb.CounterWork.CounterLine;
import il.moked.shared.Page;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** A branch as it is now: who waits, who is called where, who sits at the counters. A handful of reads by index, for every screen. */
@Stateless
@RolesAllowed({Role.AGENT, Role.SUPERVISOR, Role.ADMINISTRATOR})
public class BranchBoard {
    private static final int LARGEST_PAGE = 200;
    private static final int MOST_SHOWN = 12;

    @Inject
    BranchHours hours;
    @Inject
    Branches branches;
    @Inject
    Arrivals arrivals;
    @Inject
    BranchAccess access;
    @Inject
    BranchChoice choice;
    @Inject
    Clock clock;

    /**
     * @param waiting who is due first, first @param expected took their number at home @param called and @param serving at counters @param minutes whoever comes now waits about so long; null when no counter is open
     * @param closes when it closes today; null when it is closed
     */
    public record Board(long branchId, String code, String hebrewName, String englishName, boolean open, Instant closes, List<ArrivalLine> waiting, List<ArrivalLine> expected, List<ArrivalLine> called, List<ArrivalLine> serving, List<CounterLine> counters, Integer minutes,
            Instant at) {
        public String name(String language) {
            return "he".equals(language) ? hebrewName : englishName;
        }

        /** How many should have been called by now. */
        public long late() {
            return waiting.stream().filter(line -> line.late(at)).count();
        }
    }

    /** A number that is called. @param calls how often: a screen speaks it again when that grows */
    public record Called(String number, int counter, Instant calledAt, int calls) {
    }

    /** What the waiting room sees: numbers and counters, nobody's name. @param next numbers of who is due next */
    public record Display(String code, String hebrewName, String englishName, List<Called> called, List<String> next, int waiting, Integer minutes, Instant at) {
        public String name(String language) {
            return "he".equals(language) ? hebrewName : englishName;
        }
    }

    public Board of(long branchId) {
        return of(access.seen(branchId));
    }

    private Board of(Branch branch) {
        Instant now = clock.instant();
        // the counters first: whom the visits name is known then
        List<CounterLine> counters = branches.counters(branch.id()).stream().map(CounterLine::of).toList();
        List<ArrivalLine> present = arrivals.present(branch.id()).stream().map(ArrivalLine::of).toList();
        List<ArrivalLine> waiting = in(present, Arrival.State.WAITING);
        boolean open = hours.of(branch).openAt(now);
        return new Board(branch.id(), branch.code(), branch.name("he"), branch.name("en"), open, open ? hours.of(branch).closing(now) : null, waiting, in(present, Arrival.State.EXPECTED), in(present, Arrival.State.CALLED), in(present, Arrival.State.SERVING),
                counters, choice.minutes(branch, waiting.size()), now);
    }

    private static List<ArrivalLine> in(List<ArrivalLine> lines, Arrival.State state) {
        return lines.stream().filter(line -> line.state() == state).toList();
    }

    /** @param branchCode of a branch in use */
    @PermitAll
    public Display display(String branchCode) {
        Branch branch = branches.inUse(branchCode);
        List<Arrival> present = arrivals.present(branch.id());
        List<Called> called = present.stream().filter(arrival -> arrival.state() == Arrival.State.CALLED || arrival.state() == Arrival.State.SERVING).filter(arrival -> arrival.counter().isPresent() && arrival.calledAt().isPresent())
                .sorted(Comparator.comparing((Arrival arrival) -> arrival.calledAt().orElseThrow()).reversed()).limit(MOST_SHOWN)
                .map(arrival -> new Called(arrival.number().orElseThrow(), arrival.counter().map(Counter::number).orElseThrow(), arrival.calledAt().orElseThrow(), arrival.calls())).toList();
        List<String> waiting = present.stream().filter(arrival -> arrival.state() == Arrival.State.WAITING).map(arrival -> arrival.number().orElseThrow()).toList();
        return new Display(branch.code(), branch.name("he"), branch.name("en"), called, waiting.stream().limit(MOST_SHOWN).toList(), waiting.size(), choice.minutes(branch, waiting.size()), clock.instant());
    }

    /** Of a day there, the newest first. @param before ids below this one, null for the first page */
    public Page<ArrivalLine> on(long branchId, LocalDate day, Long before, int size) {
        Page<Arrival> page = arrivals.on(access.seen(branchId).id(), day, before, Math.min(size, LARGEST_PAGE));
        return new Page<>(page.rows().stream().map(ArrivalLine::of).toList(), page.more());
    }

    /** What became of those of a day, and how many were served although another branch is for them. */
    public Arrivals.Figures figures(long branchId, LocalDate day) {
        return arrivals.figures(access.seen(branchId).id(), day);
    }

    /** The day it is there. */
    public LocalDate today(long branchId) {
        return hours.day(access.seen(branchId), clock.instant());
    }

    /** All branches in use, as everybody may know them, with their live waits. */
    @PermitAll
    public List<BranchChoice.Fitting> everywhere() {
        return choice.shown(branches.open(), null);
    }
}
