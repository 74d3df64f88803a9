// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.jms;

import il.moked.routing.ejb.WorkQueued;
import il.moked.shared.jms.Destinations;
import il.moked.shared.jms.Sending;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.jms.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Asks for assignment rounds of a team. All requests of one team are one message group, so one listener of a broker works
 * on them in turn. While one of a team is under way from this node, more of them would change nothing and are not sent.
 */
@ApplicationScoped
public class AssignmentRequests {
    static final String TEAM_ID = "team";
    /** Milliseconds until what somebody else held is looked at again. */
    private static final long A_MOMENT = 250;

    private final Set<Long> underWay = ConcurrentHashMap.newKeySet();
    private final Set<Long> later = ConcurrentHashMap.newKeySet();

    @Resource(lookup = Destinations.ASSIGNMENT)
    Queue assignment;
    @Inject
    Sending sending;

    void queued(@Observes(during = TransactionPhase.AFTER_SUCCESS) WorkQueued event) {
        ask(event.teamId());
    }

    void ask(long teamId) {
        if (underWay.add(teamId)) {
            send(teamId, 0);
        }
    }

    /** In a moment, and not at once: whoever holds an item needs the processor more than one who waits for it. */
    void askLater(long teamId) {
        if (later.add(teamId)) {
            send(teamId, A_MOMENT);
        }
    }

    private void send(long teamId, long delay) {
        sending.send(assignment, (context, producer) -> producer.setDeliveryDelay(delay).setProperty("JMSXGroupID", Long.toString(teamId)).setProperty(TEAM_ID, teamId).send(assignment, (String) null));
    }

    /** A round begins: what is queued from now on needs another. */
    void begun(long teamId) {
        underWay.remove(teamId);
        later.remove(teamId);
    }
}
