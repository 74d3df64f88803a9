// SPDX-License-Identifier: Apache-2.0
package il.moked.agent.ejb;

import il.moked.access.Role;
import il.moked.access.StaffUser;
import il.moked.access.ejb.CurrentUser;
import il.moked.agent.Agent;
import il.moked.agent.Agents;
import il.moked.agent.AwayReason;
import il.moked.agent.Presence;
import il.moked.shared.BusinessException;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/** An agent comes, goes, and says whether he can be offered work. After a call he sums it up first: {@link WrapUps}. */
@Stateless
@RolesAllowed({Role.AGENT, Role.SUPERVISOR})
public class Attendance {
    @Inject
    Agents agents;
    @Inject
    CurrentUser currentUser;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    @Inject
    WrapUps wrapUps;
    @Inject
    DesksSeen desks;

    /**
     * The caller's presence, why he is away (or null), since when, and his capacity in units of 100.
     *
     * @param wrapUp what he sums up, or null
     */
    public record Mine(long userId, String userName, Presence presence, AwayReason awayReason, Instant since, int capacity, int usedCapacity, WrapUp wrapUp) {
    }

    /** @param until he is offered work again then @param interactionId the conversation of the call @param mayExtend whether he may still ask for more time */
    public record WrapUp(Instant until, long interactionId, boolean mayExtend) {
    }

    /** Locks nothing unless his time to sum up has just ended: every page asks for it. */
    public Mine mine() {
        StaffUser user = currentUser.get();
        Agent agent = agents.wrapUpIsOver(user.id(), clock.instant()) ? agents.findLocked(user.id()).orElseThrow() : agents.find(user.id()).orElseGet(() -> agents.comes(user, clock.instant()));
        wrapUps.endIfOver(agent);
        WrapUp wrapUp = agent.wrapUpUntil().map(until -> new WrapUp(until, agent.wrapUpOf().orElseThrow(), !agent.wrapUpExtended())).orElse(null);
        return new Mine(agent.id(), agent.user().userName(), agent.presence(), agent.awayReason().orElse(null), agent.since(), agent.capacity(), agent.usedCapacity(), wrapUp);
    }

    /** @throws BusinessException {@code agent.wrap-up-over}, {@code agent.wrap-up-extended} */
    public void extendWrapUp() {
        Agent agent = agent();
        agent.extendWrapUp(wrapUps.time());
        changed(agent);
    }

    public void available() {
        Agent agent = agent();
        wrapUps.leave(agent);
        agent.available(clock.instant());
        desks.acts(agent.id());
        changed(agent);
    }

    public void away(AwayReason reason) {
        Agent agent = agent();
        wrapUps.leave(agent);
        agent.away(reason == null || !reason.chosen() ? AwayReason.BREAK : reason, clock.instant());
        desks.acts(agent.id());
        changed(agent);
    }

    public void offline() {
        Agent agent = agent();
        wrapUps.leave(agent);
        agent.offline(clock.instant());
        desks.leaves(agent.id());
        changed(agent);
    }

    private Agent agent() {
        StaffUser user = currentUser.get();
        return agents.findLocked(user.id()).orElseGet(() -> agents.comes(user, clock.instant()));
    }

    private void changed(Agent agent) {
        events.tell(new PresenceChanged(agent.id(), agent.teamId(), agent.presence()));
    }
}
