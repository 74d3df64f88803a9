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

/** Asks for an assignment round of a line. While one request of a line is under way from this node, more of them would change nothing and are not sent. */
@ApplicationScoped
public class AssignmentRequests {
    static final String QUEUE_ID = "queue";

    private final Set<Long> underWay = ConcurrentHashMap.newKeySet();

    @Resource(lookup = Destinations.ASSIGNMENT)
    Queue assignment;
    @Inject
    Sending sending;

    void queued(@Observes(during = TransactionPhase.AFTER_SUCCESS) WorkQueued event) {
        ask(event.queueId());
    }

    void ask(long queueId) {
        if (underWay.add(queueId)) {
            sending.send(assignment, (context, producer) -> producer.setProperty("JMSXGroupID", Long.toString(queueId)).setProperty(QUEUE_ID, queueId).send(assignment, (String) null));
        }
    }

    /** A round begins: what is queued from now on needs another. */
    void begun(long queueId) {
        underWay.remove(queueId);
    }
}
