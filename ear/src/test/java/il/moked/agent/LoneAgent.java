// SPDX-License-Identifier: Apache-2.0
package il.moked.agent;

import static org.awaitility.Awaitility.await;

import il.moked.As;
import il.moked.Rows;
import il.moked.agent.ejb.Attendance;
import il.moked.interaction.ejb.Conversation;
import il.moked.routing.WorkItems;
import il.moked.routing.ejb.Offers;
import il.moked.shared.BusinessException;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** Dana, for a test that needs one agent of the demo: whoever else another test left at work goes home, for he would be offered it first and let it ring. */
@Dependent
public class LoneAgent {
    private static final String NAME = "dana";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Inject
    Attendance attendance;
    @Inject
    Offers offers;
    @Inject
    Conversation conversation;
    @Inject
    EmptyLine line;
    @Inject
    Rows rows;

    public void comes() throws Exception {
        // the caller's identity belongs to his thread
        Awaitility.pollInSameThread();
        // what she has in hand of another test fills her
        goesHome();
        line.nobodyIsAtWork();
        As.run(NAME, attendance::available);
    }

    /** Takes what has this subject. Whatever else waits in the line is closed on the way; who is too slow for an offer comes again. */
    public long accepts(String subject) throws Exception {
        try {
            return As.user(NAME, () -> await().atMost(PATIENCE).pollInterval(Duration.ofMillis(300)).ignoreExceptionsInstanceOf(BusinessException.class).until(() -> taken(subject), Objects::nonNull));
        } catch (ConditionTimeoutException never) {
            throw new AssertionError(subject + " was not offered. In lines: " + rows.texts("select w.id || ' ' || w.state || ' ' || w.queue_id || ' ' || coalesce(cast(w.agent_id as varchar), '-') || ' ' || w.waiting_since || ' ' || i.subject from work_item w join interaction i on i.id = w.interaction_id where w.state <> 'DONE'")
                    + " At work: " + rows.texts("select a.id || ' ' || a.presence || ' ' || a.used_capacity || ' ' || a.used_interruptible from agent a where a.presence <> 'OFFLINE'")
                    + " Newest: " + rows.texts("select i.id || ' ' || i.channel || ' ' || i.state || ' ' || i.subject from interaction i order by i.id desc fetch first 5 rows only"), never);
        }
    }

    private Long taken(String subject) {
        attendance.available();
        for (WorkItems.Offer offer : offers.mine()) {
            long interaction = offers.accept(offer.workItemId());
            if (offer.subject().equals(subject)) {
                return interaction;
            }
            conversation.close(interaction, "ANSWERED", null);
        }
        return null;
    }

    public void goesHome() throws Exception {
        line.allGoHome(List.of(NAME));
    }
}
