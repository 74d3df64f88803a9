// SPDX-License-Identifier: Apache-2.0
package il.moked.agent.ejb;

import il.moked.agent.Agent;
import il.moked.agent.Agents;
import il.moked.shared.ejb.DomainEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The time after a call in which its agent sums it up. It ends when he closes the conversation, when he says that he is
 * ready, or by itself; ending otherwise than by closing closes nothing, but the conversation takes nothing of him any more
 * ({@link WrapUpOver}): he may finish his summary beside the next call.
 * Works within the transaction of whoever calls.
 */
@ApplicationScoped
public class WrapUps {
    private static final int BATCH = 100;

    @Inject
    Agents agents;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;
    @Inject
    WrapUpTime time;

    /** How long an agent may sum up a call before he is offered work again; once more as long if he asks for it. Zero for not at all. */
    public Duration time() {
        return time.allowed();
    }

    /** The agent's call ended. */
    public void begin(long agentId, long interactionId) {
        Duration allowed = time();
        if (!allowed.isZero()) {
            agents.findLocked(agentId).filter(agent -> agent.wrapUp(interactionId, allowed, clock.instant())).ifPresent(this::changed);
        }
    }

    /** The conversation was closed. */
    public void end(long agentId, long interactionId) {
        if (agents.sumsUp(agentId, interactionId)) {
            agents.findLocked(agentId).filter(agent -> agent.wrappedUp(interactionId, clock.instant())).ifPresent(this::changed);
        }
    }

    public void endIfOver(Agent agent) {
        Optional<Long> summedUp = agent.wrapUpOf();
        if (agent.endWrapUpIfOver(clock.instant())) {
            summedUp.ifPresent(interaction -> events.tell(new WrapUpOver(agent.id(), interaction)));
            changed(agent);
        }
    }

    /** He says himself what he does from now on. */
    void leave(Agent agent) {
        agent.wrapUpOf().ifPresent(interaction -> events.tell(new WrapUpOver(agent.id(), interaction)));
    }

    /** @return how many ended by themselves */
    public int endThoseOver() {
        List<Agent> over = agents.wrapUpOver(clock.instant(), BATCH);
        over.forEach(this::endIfOver);
        return over.size();
    }

    private void changed(Agent agent) {
        events.tell(new PresenceChanged(agent.id(), agent.teamId(), agent.presence()));
    }
}
