// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction;

import il.moked.shared.SweptIndex;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityGraph;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hibernate.search.engine.search.common.BooleanOperator;
import org.hibernate.search.mapper.orm.Search;
import org.hibernate.search.mapper.orm.session.SearchSession;

/** Where messages are found by their words, the newest first. What was written does not change, so it is enough that each is there. */
@ApplicationScoped
public class MessageIndex implements SweptIndex {
    private static final String NUMBER = "number";

    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    /** A message in which all words are, or in its subject or its customer's name. */
    public record Hit(Long messageId, Long interactionId) {
    }

    /** @param before id of a message; only older ones */
    public List<Hit> find(String words, long before, int most) {
        return Search.session(entities).search(Message.class)
                .select(f -> f.composite().from(f.id(Long.class), f.field("interaction.id", Long.class)).as(Hit::new))
                .where((f, root) -> {
                    root.add(f.simpleQueryString().fields("text", "interaction.customer.displayName", "interaction.subject").matching(words).defaultOperator(BooleanOperator.AND));
                    root.add(f.range().field(NUMBER).lessThan(before));
                })
                .sort(f -> f.field(NUMBER).desc()).fetchHits(most);
    }

    @Override
    public String name() {
        return "message";
    }

    @Override
    public Class<?> type() {
        return Message.class;
    }

    /** An index of an earlier version, which does not know its messages by number, counts as none. */
    @Override
    public boolean missing() {
        return last() > 0 && Search.session(entities).search(Message.class).select(f -> f.id(Long.class)).where(f -> f.exists().field(NUMBER)).fetchHits(1).isEmpty();
    }

    @Override
    public long last() {
        return entities.createQuery("select coalesce(max(m.id), 0) from Message m", Long.class).getSingleResult();
    }

    @Override
    public Compared compare(long after, long upTo, int most) {
        List<Long> ids = entities.createQuery("select m.id from Message m where m.id > :after and m.id <= :upTo order by m.id", Long.class).setParameter("after", after).setParameter("upTo", upTo).setMaxResults(most).getResultList();
        boolean end = ids.size() < most;
        long until = end ? upTo : ids.get(ids.size() - 1);
        SearchSession search = Search.session(entities);
        Set<Long> indexed = new HashSet<>(search.search(Message.class).select(f -> f.id(Long.class)).where(f -> f.range().field(NUMBER).between(after + 1, Math.max(after + 1, until))).fetchAllHits());
        List<Long> missing = ids.stream().filter(id -> !indexed.remove(id)).toList();
        if (!missing.isEmpty()) {
            whole(entities.createQuery("select m from Message m where m.id in :ids", Message.class).setParameter("ids", missing)).forEach(search.indexingPlan()::addOrUpdate);
        }
        indexed.forEach(gone -> search.indexingPlan().purge(Message.class, gone, null));
        return new Compared(end ? Long.MAX_VALUE : until, ids.size(), missing.size() + indexed.size());
    }

    /** Indexes again a batch of one customer's messages, newest first. @param before id of a message; only older ones @return where the next batch begins; 0 when there is none */
    public long again(long customerId, long before, int most) {
        List<Message> batch = whole(entities.createQuery("select m from Message m where m.interaction.customer.id = :customer and m.id < :before order by m.id desc", Message.class)
                .setParameter("customer", customerId).setParameter("before", before).setMaxResults(most));
        batch.forEach(Search.session(entities).indexingPlan()::addOrUpdate);
        return batch.size() < most ? 0 : batch.get(batch.size() - 1).id();
    }

    /** With all that is indexed of them. */
    private List<Message> whole(TypedQuery<Message> messages) {
        EntityGraph<Message> graph = entities.createEntityGraph(Message.class);
        graph.addSubgraph("interaction").addAttributeNodes("customer");
        return messages.setHint("jakarta.persistence.loadgraph", graph).getResultList();
    }
}
