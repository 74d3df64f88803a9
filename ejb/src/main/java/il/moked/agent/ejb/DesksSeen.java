// SPDX-License-Identifier: Apache-2.0
package il.moked.agent.ejb;

import il.moked.agent.Agent;
import il.moked.agent.Agents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whose desk is open in a browser, on whatever node. Works within the transaction of whoever calls. */
@ApplicationScoped
public class DesksSeen {
    private static final Duration WHEN_NEVER_ENDED = Duration.ofMinutes(2);

    @Inject
    Agents agents;
    @Inject
    Clock clock;
    /** Whose desk was not seen for so long is no longer at work. Seconds; 0: presence never ends by itself. */
    @Inject
    @ConfigProperty(name = "moked.agent.unseen-seconds", defaultValue = "120")
    long unseenSeconds;

    /** Pages of these agents are open. Each is written down twice in the time after which he would be missed: by default once a minute. */
    void open(Collection<Long> ids) {
        Instant now = clock.instant();
        agents.seen(ids, now.minus(limit().dividedBy(2)), now);
    }

    /** He does something at his desk. */
    void acts(long agentId) {
        agents.seen(List.of(agentId), clock.instant(), clock.instant());
    }

    void leaves(long agentId) {
        agents.leaves(agentId);
    }

    /** Whether what is his can stay with him: he is at work, or sits before his desk without wanting to be offered more. */
    public boolean here(long agentId) {
        return agents.here(agentId, clock.instant().minus(limit()));
    }

    /** A desk that was not seen since then is closed. */
    public Instant closedBefore() {
        return clock.instant().minus(limit());
    }

    public List<Long> missing(int most) {
        return unseenSeconds == 0 ? List.of() : agents.unseenSince(closedBefore(), most);
    }

    public boolean missing(Agent agent) {
        return unseenSeconds != 0 && agents.lastSeen(agent).isBefore(closedBefore());
    }

    private Duration limit() {
        return unseenSeconds == 0 ? WHEN_NEVER_ENDED : Duration.ofSeconds(unseenSeconds);
    }
}
