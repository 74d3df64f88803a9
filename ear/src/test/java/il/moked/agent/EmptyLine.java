// SPDX-License-Identifier: Apache-2.0
package il.moked.agent;

import static org.awaitility.Awaitility.await;

import il.moked.As;
import il.moked.Rows;
import il.moked.agent.ejb.Attendance;
import il.moked.interaction.InteractionLine;
import il.moked.interaction.ejb.Conversation;
import il.moked.interaction.ejb.ConversationReading;
import il.moked.routing.WorkItems;
import il.moked.routing.ejb.Offers;
import il.moked.shared.BusinessException;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import org.awaitility.Awaitility;

/** The demo's line as a test wants it that sends something into it: what another left there would be offered first, or fill the agents' hands. */
@Dependent
public class EmptyLine {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Inject
    Attendance attendance;
    @Inject
    Offers offers;
    @Inject
    Conversation conversation;
    @Inject
    ConversationReading reading;
    @Inject
    Rows rows;

    /** Afterwards nobody waits, and nobody is at work. @param agents who take what waits */
    public void servedBy(Iterable<String> agents) throws Exception {
        // the caller's identity belongs to his thread
        Awaitility.pollInSameThread();
        allGoHome(agents);
        nobodyIsAtWork();
        // who missed an offer is not asked again for half a minute, and who is too slow for one has it no more
        await().atMost(PATIENCE).ignoreExceptionsInstanceOf(BusinessException.class).until(() -> {
            boolean empty = true;
            for (String agent : agents) {
                empty &= takenAndClosed(agent);
            }
            return empty;
        });
        allGoHome(agents);
    }

    private boolean takenAndClosed(String agent) throws Exception {
        return As.user(agent, () -> {
            for (WorkItems.Offer offer : offers.mine()) {
                conversation.close(offers.accept(offer.workItemId()), "ANSWERED", null);
            }
            attendance.available();
            return offers.waitingInMyTeam() == 0 && rows.count("select count(*) from work_item w join work_queue q on q.id = w.queue_id join staff_user u on u.team_id = q.team_id where u.user_name = ? and w.state = 'OFFERED'", agent) == 0;
        });
    }

    /** Nor has anybody anything in hand: work that a test took out of the tables is counted as somebody's still. */
    void nobodyIsAtWork() throws Exception {
        rows.change("update agent set presence = 'OFFLINE', used_capacity = 0, used_interruptible = 0 where presence = 'AVAILABLE' or used_capacity > 0 or used_interruptible > 0");
    }

    public void allGoHome(Iterable<String> agents) throws Exception {
        for (String agent : agents) {
            As.run(agent, () -> {
                for (InteractionLine line : reading.mine()) {
                    conversation.close(line.id(), "ANSWERED", null);
                }
                attendance.offline();
            });
        }
    }
}
