// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.ejb;

import il.moked.customer.CustomerIndex;
import il.moked.interaction.MessageIndex;
import il.moked.shared.SweptIndex;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.search.mapper.orm.Search;

/** Builds the search indexes from the database, which is the truth. Searching goes on meanwhile, on what is there. */
@ApplicationScoped
public class IndexBuilding {
    private static final int BATCH = 500;
    /** All ids are read in one transaction: the server's usual limit would end the building of a large index in the middle. */
    private static final int LONGEST_BUILD_SECONDS = 24 * 60 * 60;

    @PersistenceContext(unitName = "moked")
    EntityManager entities;
    @Inject
    CustomerIndex customers;
    @Inject
    MessageIndex messages;
    @Inject
    @Any
    Instance<SweptIndex> indexes;

    private final Map<String, Long> lastAsked = new ConcurrentHashMap<>();

    List<String> names() {
        return indexes.stream().map(SweptIndex::name).sorted().toList();
    }

    /** All of it anew. Returns when all is indexed. */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    void rebuild(String name) {
        try {
            Search.mapping(entities.getEntityManagerFactory()).scope(index(name).type()).massIndexer().batchSizeToLoadObjects(BATCH).threadsToLoadObjects(2)
                    .transactionTimeout(LONGEST_BUILD_SECONDS).startAndWait();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Transactional
    boolean isMissing(String name) {
        return index(name).missing();
    }

    @Transactional
    long last(String name) {
        return index(name).last();
    }

    /** The highest id at the time this was asked before, 0 the first time: what was written until then has come to the index by now, if it ever will. */
    @Transactional
    long settled(String name) {
        Long before = lastAsked.put(name, index(name).last());
        return before == null ? 0 : before;
    }

    /** Compares a piece and mends what differs. */
    @Transactional
    SweptIndex.Compared compare(String name, long after, long upTo, int most) {
        return index(name).compare(after, upTo, most);
    }

    private SweptIndex index(String name) {
        return indexes.stream().filter(index -> index.name().equals(name)).findFirst().orElseThrow(NoSuchElementException::new);
    }

    /** These customers as they are now: their rows were changed in a way the index does not hear of. */
    @Transactional
    void again(List<Long> customerIds) {
        customers.again(customerIds);
    }

    /** The messages of one customer, whose name is another or whose conversations came from somebody else. @return where the next batch begins; 0 when there is none */
    @Transactional
    long ofCustomer(long customerId, long before) {
        return messages.again(customerId, before, BATCH);
    }
}
