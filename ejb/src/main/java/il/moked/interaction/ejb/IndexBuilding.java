// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.ejb;

import il.moked.interaction.Message;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import org.hibernate.search.mapper.orm.Search;
import org.hibernate.search.mapper.orm.session.SearchSession;

/** Builds the search index from the database, which is the truth. Searching goes on meanwhile, on what is there. */
@ApplicationScoped
public class IndexBuilding {
    private static final int BATCH = 500;

    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    /** All of it anew. Returns when all is indexed. */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    void rebuild() {
        try {
            Search.mapping(entities.getEntityManagerFactory()).scope(Message.class).massIndexer().batchSizeToLoadObjects(BATCH).threadsToLoadObjects(2).startAndWait();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Transactional
    boolean isMissing() {
        boolean indexed = !Search.session(entities).search(Message.class).where(f -> f.matchAll()).fetchHits(1).isEmpty();
        return !indexed && newest() != null;
    }

    /** When the last message was written; null when there is none. */
    @Transactional
    Instant newest() {
        return entities.createQuery("select m.at from Message m order by m.id desc", Instant.class).setMaxResults(1).getResultStream().findFirst().orElse(null);
    }

    /**
     * Indexes again one batch of messages, newest first.
     *
     * @param before id; only older ones
     * @param since the batches end with the first that has none written after this
     * @return where the next batch begins; 0 when there is none
     */
    @Transactional
    long again(long before, Instant since) {
        List<Message> batch = entities.createQuery("select m from Message m join fetch m.interaction i join fetch i.customer where m.id < :before order by m.id desc", Message.class)
                .setParameter("before", before).setMaxResults(BATCH).getResultList();
        SearchSession search = Search.session(entities);
        batch.forEach(search.indexingPlan()::addOrUpdate);
        return batch.stream().noneMatch(message -> message.at().isAfter(since)) ? 0 : batch.get(batch.size() - 1).id();
    }

    /** The same of one customer, whose name is another or whose conversations came from somebody else. @return where the next batch begins; 0 when there is none */
    @Transactional
    long ofCustomer(long customerId, long before) {
        List<Message> batch = entities.createQuery("select m from Message m join fetch m.interaction i join fetch i.customer c where c.id = :customer and m.id < :before order by m.id desc", Message.class)
                .setParameter("customer", customerId).setParameter("before", before).setMaxResults(BATCH).getResultList();
        SearchSession search = Search.session(entities);
        batch.forEach(search.indexingPlan()::addOrUpdate);
        return batch.size() < BATCH ? 0 : batch.get(batch.size() - 1).id();
    }
}
