// SPDX-License-Identifier: Apache-2.0
package il.moked.complaint;

import il.moked.shared.NotFoundException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What regulators published. */
@ApplicationScoped
public class RegulatorFeeds {
    private static final int AT_ONCE = 500;

    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    /** Stores a file and those of its complaints that are new. */
    public void add(RegulatorFeed feed, List<RegulatorComplaint> fresh) {
        entities.persist(feed);
        entities.flush();
        for (int from = 0; from < fresh.size(); from += AT_ONCE) {
            List<RegulatorComplaint> some = fresh.subList(from, Math.min(fresh.size(), from + AT_ONCE));
            some.forEach(one -> {
                one.of(feed);
                entities.persist(one);
            });
            entities.flush();
            some.forEach(entities::detach);
        }
    }

    public RegulatorFeed get(long id) {
        RegulatorFeed feed = entities.find(RegulatorFeed.class, id);
        if (feed == null) {
            throw new NotFoundException("complaint.unknown-feed");
        }
        return feed;
    }

    /** Newest first. */
    public List<RegulatorFeed> latest(int most) {
        return entities.createQuery("select f from RegulatorFeed f order by f.id desc", RegulatorFeed.class).setMaxResults(most).getResultList();
    }

    /** Which of them were brought in before. */
    public Set<String> known(String source, Collection<String> externalIds) {
        List<String> all = List.copyOf(externalIds);
        Set<String> known = new HashSet<>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            known.addAll(entities.createQuery("select c.externalId from RegulatorComplaint c where c.source = :source and c.externalId in :ids", String.class).setParameter("source", source).setParameter("ids", all.subList(from, Math.min(all.size(), from + AT_ONCE))).getResultList());
        }
        return known;
    }

    /** What a file brought, in its order. @param after id of the last one before, 0 for the first page */
    public List<RegulatorComplaint> of(long feedId, long after, int most) {
        return entities.createQuery("select c from RegulatorComplaint c where c.feedId = :feed and c.id > :after order by c.id", RegulatorComplaint.class).setParameter("feed", feedId).setParameter("after", after).setMaxResults(most).getResultList();
    }
}
