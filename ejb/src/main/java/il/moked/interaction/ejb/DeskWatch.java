// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.ejb;

import il.moked.access.Role;
import il.moked.agent.Agent;
import il.moked.agent.Agents;
import il.moked.agent.ejb.DesksSeen;
import il.moked.agent.ejb.PresenceChanged;
import il.moked.interaction.Calls;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Ends the presence of an agent whose browser is gone, so that nothing is offered to an empty chair. Who speaks on the
 * telephone is left alone much longer: the call goes on without the browser.
 */
@Stateless
@RolesAllowed(Role.SYSTEM)
public class DeskWatch {
    private static final int BATCH = 100;

    @Inject
    DesksSeen desks;
    @Inject
    Agents agents;
    @Inject
    Calls calls;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;
    /** How long an agent whose desk is not seen may go on speaking before he is taken for gone all the same. Seconds. */
    @Inject
    @ConfigProperty(name = "moked.agent.unseen-in-call-seconds", defaultValue = "14400")
    long unseenInCallSeconds;

    /** Who is at work and not seen. */
    public List<Long> missing() {
        return desks.missing(BATCH);
    }

    /** @return whether that ended his presence: meanwhile he may have come back, and in a call he stays */
    public boolean gone(long agentId) {
        Agent agent = agents.findLocked(agentId).filter(Agent::online).filter(desks::missing).orElse(null);
        if (agent == null || calls.talking(agentId) && agents.lastSeen(agent).isAfter(clock.instant().minus(Duration.ofSeconds(unseenInCallSeconds)))) {
            return false;
        }
        agent.vanished(clock.instant());
        events.tell(new PresenceChanged(agentId, agent.teamId(), agent.presence()));
        return true;
    }
}
