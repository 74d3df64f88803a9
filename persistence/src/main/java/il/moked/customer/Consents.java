// SPDX-License-Identifier: Apache-2.0
package il.moked.customer;

import il.moked.channel.Channel;
import il.moked.shared.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What customers allowed and forbade, from the first to the last word. */
@ApplicationScoped
public class Consents {
    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    /** A place in the history of one customer. */
    public record Cursor(Instant saidAt, long id) {
    }

    public void add(Consent consent) {
        entities.persist(consent);
    }

    /** The one that decides. Of two said at the same moment it is the one written down later. */
    public Optional<Consent> latest(long customerId, Channel channel, Consent.Purpose purpose) {
        return entities.createQuery("select c from Consent c where c.customerId = :customer and c.channel = :channel and c.purpose = :purpose order by c.saidAt desc, c.id desc", Consent.class)
                .setParameter("customer", customerId).setParameter("channel", channel).setParameter("purpose", purpose).setMaxResults(1).getResultList().stream().findFirst();
    }

    /** For every channel and purpose of which he ever spoke the one that decides: at most one of each. */
    public List<Consent> latest(long customerId) {
        return entities.createQuery("""
                select c from Consent c where c.customerId = :customer and not exists (select later.id from Consent later where later.customerId = c.customerId and later.channel = c.channel and later.purpose = c.purpose
                and (later.saidAt > c.saidAt or later.saidAt = c.saidAt and later.id > c.id)) order by c.purpose desc, c.channel""", Consent.class).setParameter("customer", customerId).getResultList();
    }

    /** The same of several customers at once, in no order. */
    public List<Consent> latestOf(Collection<Long> customers) {
        return customers.isEmpty() ? List.of() : entities.createQuery("""
                select c from Consent c where c.customerId in :customers and not exists (select later.id from Consent later where later.customerId = c.customerId and later.channel = c.channel and later.purpose = c.purpose
                and (later.saidAt > c.saidAt or later.saidAt = c.saidAt and later.id > c.id))""", Consent.class).setParameter("customers", customers).getResultList();
    }

    /** Newest first. @param after null for the first page */
    public Page<Consent> history(long customerId, Cursor after, int size) {
        String where = after == null ? "" : " and (c.saidAt < :at or c.saidAt = :at and c.id < :id)";
        var query = entities.createQuery("select c from Consent c where c.customerId = :customer" + where + " order by c.saidAt desc, c.id desc", Consent.class).setParameter("customer", customerId);
        if (after != null) {
            query.setParameter("at", after.saidAt()).setParameter("id", after.id());
        }
        return Page.of(new ArrayList<>(query.setMaxResults(size + 1).getResultList()), size);
    }

    /** Whether he may be written to or called on that channel now. */
    public ConsentPolicy.Verdict verdict(long customerId, Channel channel, Consent.Purpose purpose, Instant now) {
        return ConsentPolicy.judge(latest(customerId, channel, purpose).orElse(null), channel, purpose, now);
    }
}
