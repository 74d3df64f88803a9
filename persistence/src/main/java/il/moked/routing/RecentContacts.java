// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import il.moked.channel.Channel;
import il.moked.customer.Customer;
import il.moked.customer.Segment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;

/** What came lately, and what became of it: what changed rules are tried against. */
@ApplicationScoped
public class RecentContacts {
    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    /**
     * One contact.
     *
     * @param account code @param subject code of what it was about, or null @param queue code of the one it waited in @param accountQueue code of its account's own
     * @param given segment the customer is of now @param waitedAs segment he was of when he waited
     * @param servedAt null when nobody served it (yet) @param closedAt null while open
     */
    public record Row(long interactionId, String reference, Channel channel, String account, Segment waitedAs, String subject, String language, String queue, String accountQueue, Instant waitingSince, Instant servedAt, Instant closedAt,
            Long agentId, long customerId, Customer.Kind kind, Segment given, Instant knownSince) {
    }

    /** The newest contacts since a moment, in the order in which they came, at most so many. */
    public List<Row> since(Instant from, int most) {
        List<Row> newestFirst = entities.createQuery("""
                select new il.moked.routing.RecentContacts$Row(i.id, i.reference, i.channel, a.code, w.segment, w.subject, i.language, q.code, o.code, i.openedAt, w.servedAt, i.closedAt, w.agentId, c.id, c.kind, c.segment, c.createdAt)
                from WorkItem w, ChannelAccount a, WorkQueue q, WorkQueue o, Interaction i join i.customer c
                where i.id = w.interactionId and a.id = i.accountId and q.id = w.queueId and o.id = a.queueId and i.openedAt >= :since order by i.openedAt desc, i.id desc""", Row.class)
                .setParameter("since", from).setMaxResults(most).getResultList();
        List<Row> inOrder = new java.util.ArrayList<>(newestFirst);
        java.util.Collections.reverse(inOrder);
        return inOrder;
    }
}
