// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.ejb;

import il.moked.access.Role;
import il.moked.access.StaffUser;
import il.moked.access.ejb.CurrentUser;
import il.moked.branch.Arrival;
import il.moked.branch.ArrivalLine;
import il.moked.branch.Arrivals;
import il.moked.branch.Branch;
import il.moked.branch.BranchHours;
import il.moked.branch.Branches;
import il.moked.branch.Counter;
import il.moked.branch.CounterSeats;
import il.moked.branch.ejb.CounterWork.CounterLine;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a clerk has before him of his branch: his counter, whom he called, who waits. What he does there: {@link CounterWork}. */
@Stateless
@RolesAllowed({Role.AGENT, Role.SUPERVISOR})
public class CounterPanel {
    /** Who waits is shown one by one as far as he looks. */
    private static final int MOST_SHOWN = 5;
    private static final int MOST_ABSENT = 5;

    @Inject
    BranchHours hours;
    @Inject
    Branches branches;
    @Inject
    Arrivals arrivals;
    @Inject
    CounterSeats seats;
    @Inject
    BranchAccess access;
    @Inject
    CounterWork work;
    @Inject
    CurrentUser currentUser;
    @Inject
    Clock clock;

    /**
     * @param counters in use, by number @param mine null when the caller sits at none @param usual where he sat last, or null @param visit whom he called or serves, or null
     * @param waiting how many wait @param since the one who waits longest does, null when nobody waits @param next who is due first, first @param absent who did not come to a counter today, the last first
     * @param left counters whose clerk is gone without closing them; empty for who does not manage the branch @param slack whether he is offered written contacts between two visits
     * @param callsBefore so often he is called before he counts as not there
     */
    public record Panel(long branchId, String hebrewBranch, String englishBranch, List<CounterLine> counters, CounterLine mine, Long usual, ArrivalLine visit, int waiting, Instant since, List<ArrivalLine> next, List<ArrivalLine> absent, List<CounterLine> left,
            boolean slack, int callsBefore, Instant at) {
        public String branch(String language) {
            return "he".equals(language) ? hebrewBranch : englishBranch;
        }

        /** Whether he was called so often that he counts as not there. */
        public boolean mayGiveUp() {
            return visit != null && visit.calls() >= callsBefore;
        }
    }

    /** Empty when the caller works at no branch. */
    public Optional<Panel> mine() {
        return access.mine().filter(Branch::active).map(this::panel);
    }

    private Panel panel(Branch branch) {
        StaffUser user = currentUser.get();
        List<CounterLine> counters = branches.counters(branch.id()).stream().filter(Counter::active).map(CounterLine::of).toList();
        CounterLine mine = counters.stream().filter(counter -> counter.clerkId() != null && counter.clerkId().equals(user.id())).findFirst().orElse(null);
        Optional<Arrival> visit = mine == null ? Optional.empty() : arrivals.at(mine.id());
        CounterSeats.Waiting waiting = seats.waiting(branch.id());
        Set<Long> left = user.has(Role.SUPERVISOR) ? seats.left(branch.id()) : Set.of();
        Instant now = clock.instant();
        return new Panel(branch.id(), branch.name("he"), branch.name("en"), counters, mine, seats.usual(user.id()).orElse(null), visit.map(ArrivalLine::of).orElse(null), waiting.many(), waiting.since(),
                seats.next(branch.id(), MOST_SHOWN).stream().map(ArrivalLine::of).toList(),
                seats.notShown(branch.id(), hours.day(branch, now), MOST_ABSENT).stream().map(ArrivalLine::of).toList(), counters.stream().filter(counter -> left.contains(counter.id())).toList(),
                branch.servesTexts(), work.callsBefore(), now);
    }

    /** The caller sits down there, and is offered that counter first the next time. As {@link CounterWork#open}. */
    public void open(long counterId) {
        work.open(counterId);
        seats.sits(currentUser.get().id(), counterId);
        seats.found(counterId);
    }
}
