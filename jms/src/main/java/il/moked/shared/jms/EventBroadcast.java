// SPDX-License-Identifier: Apache-2.0
package il.moked.shared.jms;

import il.moked.shared.DomainEvent;
import il.moked.shared.ejb.Notice;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.jms.Topic;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells every node what happened, after commit and all that happened in one transaction at once. A lost notice is repaired
 * by the receivers' own re-reading.
 */
@ApplicationScoped
public class EventBroadcast {
    /** Message property: whether something of it may concern somebody who is not of the staff; the portal listens to no other. */
    static final String FOR_CUSTOMERS = "forCustomers";

    @Resource(lookup = Destinations.EVENTS)
    Topic events;
    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transaction;
    @Inject
    Sending sending;

    /** What a transaction has told so far. */
    private final class Told implements Synchronization {
        private final List<Notice> notices = new ArrayList<>();

        @Override
        public void beforeCompletion() {
            // told after the end only
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                send(notices);
            }
        }
    }

    void broadcast(@Observes DomainEvent event) {
        if (event.audience().isEmpty()) {
            return;
        }
        Notice notice = Notice.of(event);
        if (transaction.getTransactionKey() == null) {
            send(List.of(notice));
        } else {
            told().notices.add(notice);
        }
    }

    private Told told() {
        Told told = (Told) transaction.getResource(EventBroadcast.class);
        if (told == null) {
            told = new Told();
            transaction.putResource(EventBroadcast.class, told);
            transaction.registerInterposedSynchronization(told);
        }
        return told;
    }

    private void send(List<Notice> notices) {
        String text = Notice.write(notices);
        boolean forCustomers = notices.stream().anyMatch(Notice::forCustomers);
        sending.send(events, (context, producer) -> producer.setProperty(FOR_CUSTOMERS, forCustomers).send(events, text));
    }
}
