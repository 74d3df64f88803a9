// SPDX-License-Identifier: Apache-2.0
package il.moked.catalog;

import il.moked.shared.IdBlocks;
import il.moked.shared.NotFoundException;
import il.moked.shared.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;

/** What was offered to customers at which prices. */
@ApplicationScoped
public class Quotes {
    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    private final IdBlocks ids = new IdBlocks();

    public long nextId() {
        return ids.next(() -> ((Number) entities.createNativeQuery("select nextval('quote_seq')").getSingleResult()).longValue());
    }

    public void add(Quote quote) {
        entities.persist(quote);
    }

    /** By its number as people write it. @throws NotFoundException {@code catalog.unknown-quote}, also when the check digit is wrong */
    public Quote withNumber(String written) {
        return find(written, LockModeType.NONE);
    }

    /** The same, for ending it: whoever does the same waits. */
    public Quote withNumberLocked(String written) {
        return find(written, LockModeType.PESSIMISTIC_WRITE);
    }

    private Quote find(String written, LockModeType lock) {
        String number = QuoteNumber.parse(written).map(QuoteNumber::digits).orElseThrow(() -> new NotFoundException("catalog.unknown-quote", String.valueOf(written)));
        return entities.createQuery("select q from Quote q where q.number = :number", Quote.class).setParameter("number", number).setLockMode(lock)
                .getResultStream().findFirst().orElseThrow(() -> new NotFoundException("catalog.unknown-quote", written));
    }

    /** Of a customer, the newest first. @param before moment and id of the last one shown, null for the first page */
    public Page<Quote> of(long customerId, Instant before, Long beforeId, int size) {
        String text = "select q from Quote q where q.customerId = :customer" + (before == null ? "" : " and (q.madeAt < :before or q.madeAt = :before and q.id < :beforeId)") + " order by q.madeAt desc, q.id desc";
        var query = entities.createQuery(text, Quote.class).setParameter("customer", customerId).setMaxResults(size + 1);
        if (before != null) {
            query.setParameter("before", before).setParameter("beforeId", beforeId);
        }
        return Page.of(query.getResultList(), size);
    }

    public void flush() {
        entities.flush();
    }
}
