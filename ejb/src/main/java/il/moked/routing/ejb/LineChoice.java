// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.ejb;

import il.moked.agent.CapacityWeights;
import il.moked.channel.Channel;
import il.moked.customer.Segment;
import il.moked.routing.Placement;
import il.moked.routing.Requirement;
import il.moked.routing.RoutingPolicy;
import il.moked.routing.StatutoryPolicy;
import il.moked.routing.WorkItems;
import il.moked.routing.WorkLine;
import il.moked.routing.WorkLines;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

/** Where a contact waits: queue, skills and target by the rules in use. */
@ApplicationScoped
public class LineChoice {
    @Inject
    WorkItems workItems;
    @Inject
    WorkLines lines;

    /**
     * What the rules look at.
     *
     * @param queueId the account's own line, taken when no rule says otherwise
     * @param subject code of what it is about, or null
     * @param since when the customer began to wait: dialling, for the clocks of the law
     */
    public record Wanted(Channel channel, long accountId, long queueId, Segment segment, String language, String subject, Instant since) {
    }

    public Placement place(Wanted wanted) {
        WorkLine line = new WorkLine(wanted.queueId(), CapacityWeights.DEFAULT.of(wanted.channel()), Requirement.NONE);
        return new Placement(line, lines.idOf(line), workItems.target(wanted.segment()), wanted.subject() == null ? null : StatutoryPolicy.ISRAEL.answerClock(wanted.subject(), wanted.since()).orElse(null));
    }

    /** In a queue a person chose; the rules say only what is asked for there. */
    public Placement placeIn(long queueId, Wanted wanted) {
        return place(new Wanted(wanted.channel(), wanted.accountId(), queueId, wanted.segment(), wanted.language(), wanted.subject(), wanted.since()));
    }

    public RoutingPolicy policy() {
        return RoutingPolicy.DEFAULT;
    }
}
