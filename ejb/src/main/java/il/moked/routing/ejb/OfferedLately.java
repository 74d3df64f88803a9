// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.ejb;

import il.moked.channel.Channel;
import il.moked.routing.Decision;
import il.moked.routing.OfferedShares;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How many contacts of each channel this node offered lately, a team: what the guard against starvation counts. Only what
 * was claimed and committed is counted, and an offer that was not accepted is taken out again. A memory only: a node that
 * has just started owes no channel anything, and what was declined at another node stays counted at this one.
 */
@ApplicationScoped
public class OfferedLately {
    /** Longer than an offer can stand. */
    private static final Duration MEMORY = Duration.ofHours(1);
    private static final int MANY = 10_000;

    private record Offered(OfferedShares shares, Channel channel, Instant at) {
    }

    private final Map<Long, OfferedShares> byTeam = new ConcurrentHashMap<>();
    private final Map<Long, Offered> open = new ConcurrentHashMap<>();

    OfferedShares of(long teamId) {
        return byTeam.computeIfAbsent(teamId, unknown -> new OfferedShares());
    }

    void made(long teamId, Decision decision) {
        Offered offered = new Offered(of(teamId), decision.item().channel(), decision.at());
        offered.shares().offered(offered.channel(), offered.at());
        open.put(decision.item().id(), offered);
        if (open.size() > MANY) {
            // answered at other nodes
            open.values().removeIf(old -> old.at().isBefore(decision.at().minus(MEMORY)));
        }
    }

    void ended(@Observes(during = TransactionPhase.AFTER_SUCCESS) OfferEnded event) {
        Offered offered = open.remove(event.workItemId());
        if (offered != null && !OfferEnded.ACCEPTED.equals(event.action())) {
            offered.shares().returned(offered.channel(), offered.at());
        }
    }
}
