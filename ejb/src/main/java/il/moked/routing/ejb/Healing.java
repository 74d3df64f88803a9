// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.ejb;

import il.moked.access.Role;
import il.moked.access.StaffUser;
import il.moked.agent.ejb.WrapUps;
import il.moked.channel.ChannelAccounts;
import il.moked.interaction.Call;
import il.moked.interaction.Calls;
import il.moked.interaction.Interaction;
import il.moked.interaction.Interactions;
import il.moked.interaction.ejb.CallAbandoned;
import il.moked.routing.StrayWork;
import il.moked.shared.PhoneNumber;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds conversations whose work is not in step with them, as a lost event would leave them, and does what the event would
 * have done. Each is mended by itself, under the locks the event would have taken, after another look.
 */
@Stateless
@RolesAllowed(Role.SYSTEM)
public class Healing {
    private static final int BATCH = 100;
    /** What happened earlier was looked at before. */
    private static final Duration LATELY = Duration.ofMinutes(10);
    /** What a server that was down for long should still find. */
    private static final Duration LONG = Duration.ofDays(31);

    @Inject
    StrayWork stray;
    @Inject
    Routing routing;
    @Inject
    CallingBack callingBack;
    @Inject
    WrapUps wrapUps;
    @Inject
    Interactions interactions;
    @Inject
    ChannelAccounts accounts;
    @Inject
    Calls calls;
    @Inject
    Clock clock;

    /** Conversations that seem out of step with their work, of those in which something happened lately. */
    public Set<Long> outOfStep() {
        return outOfStep(LATELY, LATELY);
    }

    /** The same of all that is open; dearer, for now and then. */
    public Set<Long> outOfStepAtAll() {
        return outOfStep(Duration.between(Instant.EPOCH, clock.instant()), LONG);
    }

    private Set<Long> outOfStep(Duration written, Duration closed) {
        Instant now = clock.instant();
        Set<Long> found = new LinkedHashSet<>(stray.waitingForNobody(now.minus(written), BATCH));
        found.addAll(stray.ownedElsewhere(BATCH));
        found.addAll(stray.servedByNobody(BATCH));
        found.addAll(stray.workOnClosed(now.minus(closed), BATCH));
        return found;
    }

    /** @return whether anything was amiss */
    public boolean catchUp(long interactionId) {
        return interactions.findLocked(interactionId).filter(routing::catchUp).isPresent();
    }

    /** Conversations of callers who hung up and still wait. */
    public List<Long> gone() {
        return stray.waitingThoughGone(clock.instant().minus(LATELY), BATCH);
    }

    public boolean hungUp(long interactionId) {
        Interaction interaction = interactions.getLocked(interactionId);
        return calls.newestOf(interactionId).filter(call -> call.outcome().filter(Call.Outcome.ABANDONED::equals).isPresent()).map(call -> {
            Instant at = call.endedAt().orElseThrow();
            callingBack.abandoned(new CallAbandoned(interactionId, call.id(), accounts.get(interaction.accountId()).queueId(), interaction.customer().id(), interaction.customer().segment(),
                    call.callerNumber().map(PhoneNumber::value).orElse(null), call.waited(at), call.subject().orElse(null), call.dialledAt(), at));
            return true;
        }).orElse(false);
    }

    /** Conversations whose agent should be summing up their call. */
    public List<Long> notSummedUp() {
        return stray.notSummedUp(clock.instant().minus(wrapUps.time()), BATCH);
    }

    public boolean sumUp(long interactionId) {
        Long owner = interactions.getLocked(interactionId).owner().map(StaffUser::id).orElse(null);
        if (owner == null || calls.talking(owner) || !stray.notSummedUp(clock.instant().minus(wrapUps.time()), BATCH).contains(interactionId)) {
            return false;
        }
        wrapUps.begin(owner, interactionId);
        return true;
    }
}
