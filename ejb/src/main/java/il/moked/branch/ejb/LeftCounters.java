// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.ejb;

import il.moked.access.Role;
import il.moked.access.StaffUser;
import il.moked.access.StaffUsers;
import il.moked.access.ejb.CurrentUser;
import il.moked.branch.Branch;
import il.moked.branch.Branches;
import il.moked.branch.Counter;
import il.moked.branch.CounterSeats;
import il.moked.shared.BusinessException;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Counters whose clerk is gone without closing them. What he has before him stays his, so that he finds it when he comes back;
 * after a while those who manage the branch are told, and may free the counter.
 */
@Stateless
@RolesAllowed({Role.SUPERVISOR, Role.SYSTEM})
public class LeftCounters {
    private static final int BATCH = 100;

    @Inject
    CounterSeats seats;
    @Inject
    Branches branches;
    @Inject
    BranchAccess access;
    @Inject
    CounterFreeing freeing;
    @Inject
    StaffUsers users;
    @Inject
    CurrentUser currentUser;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;
    /** A clerk whose desk was not seen for so long has left his counter behind. Minutes. */
    @Inject
    @ConfigProperty(name = "moked.branch.left-counter-minutes", defaultValue = "10")
    long leftMinutes;

    /** Counters of which those who manage the branch should hear now. */
    @RolesAllowed(Role.SYSTEM)
    public List<Long> due() {
        return seats.leftSince(seenBefore(), BATCH);
    }

    /** Told of, and not left any more. */
    @RolesAllowed(Role.SYSTEM)
    public List<Long> back() {
        return seats.foundAgain(seenBefore(), BATCH);
    }

    private Instant seenBefore() {
        return clock.instant().minus(Duration.ofMinutes(leftMinutes));
    }

    /** @return whether it was news */
    @RolesAllowed(Role.SYSTEM)
    public boolean tell(long counterId) {
        Counter counter = branches.counterLocked(counterId);
        if (counter.clerk().isEmpty() || !seats.leftSince(seenBefore(), BATCH).contains(counterId) || !seats.told(counter, clock.instant())) {
            return false;
        }
        events.tell(event(counter, "branch.counter-left", counter.number() + " " + counter.clerk().orElseThrow().userName()));
        return true;
    }

    @RolesAllowed(Role.SYSTEM)
    public boolean found(long counterId) {
        boolean told = seats.found(counterId);
        if (told) {
            Counter counter = branches.counter(counterId);
            events.tell(event(counter, "branch.counter-found", Integer.toString(counter.number())));
        }
        return told;
    }

    private CounterLeft event(Counter counter, String action, String detail) {
        Branch branch = counter.branch();
        return new CounterLeft(counter.id(), branch.id(), branch.teamId(), users.activeIn(branch.teamId()).stream().filter(user -> user.has(Role.SUPERVISOR)).map(StaffUser::id).toList(), action, detail);
    }

    /**
     * Nobody sits there any more. Who was called or served there waits again, with the place he had.
     *
     * @throws BusinessException {@code branch.counter-not-left} when its clerk is back
     */
    @RolesAllowed(Role.SUPERVISOR)
    public void free(long counterId) {
        Branch branch = access.managed(branches.counter(counterId).branch().id());
        Counter counter = branches.counterLocked(counterId);
        if (!seats.left(branch.id()).contains(counterId)) {
            throw new BusinessException("branch.counter-not-left", counter.number());
        }
        freeing.free(counterId, currentUser.name());
        seats.found(counterId);
    }
}
