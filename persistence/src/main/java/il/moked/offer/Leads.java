// SPDX-License-Identifier: Apache-2.0
package il.moked.offer;

import il.moked.shared.NotFoundException;
import il.moked.shared.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Set;

/** Leads, each with the team that sells. */
@ApplicationScoped
public class Leads {
    private static final String LINE = """
            select new il.moked.offer.LeadLine(l.id, l.version, l.customerId, c.displayName, c.segment, l.subject, l.reason, l.sku, l.offerId, l.interactionId, l.worth, l.currency, l.teamId, t.hebrewName, t.englishName, u.id, u.userName, u.hebrewName,
            u.englishName, l.state, l.loss, l.madeBy, l.createdAt, l.takenAt, l.endedAt) from Lead l join Customer c on c.id = l.customerId join Team t on t.id = l.teamId left join l.owner u where\s""";

    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    /** Which leads. @param teamId null for all teams @param madeBy user name, null for anybody's @param customerId null for anybody's */
    public record Wanted(Set<Lead.State> states, Long teamId, String madeBy, Long customerId) {
    }

    public Lead get(long id) {
        Lead lead = entities.find(Lead.class, id);
        if (lead == null) {
            throw new NotFoundException("offer.unknown-lead");
        }
        return lead;
    }

    public LeadLine line(long id) {
        return entities.createQuery(LINE + "l.id = :id", LeadLine.class).setParameter("id", id).getResultStream().findFirst().orElseThrow(() -> new NotFoundException("offer.unknown-lead"));
    }

    public void add(Lead lead) {
        entities.persist(lead);
    }

    public void flush() {
        entities.flush();
    }

    /** How many nobody of a team has taken; counted to so many. */
    public int waiting(long teamId, int most) {
        return entities.createQuery("select l.id from Lead l where l.teamId = :team and l.state = :state", Long.class).setParameter("team", teamId).setParameter("state", Lead.State.NEW).setMaxResults(most).getResultList().size();
    }

    /** Newest first. @param after null for the first page */
    public Page<LeadLine> list(Wanted wanted, LeadLine.Cursor after, int size) {
        String where = "l.state in :states" + (wanted.teamId() == null ? "" : " and l.teamId = :team") + (wanted.madeBy() == null ? "" : " and l.madeBy = :by") + (wanted.customerId() == null ? "" : " and l.customerId = :customer")
                + (after == null ? "" : " and (l.createdAt < :at or l.createdAt = :at and l.id < :id)");
        var query = entities.createQuery(LINE + where + " order by l.createdAt desc, l.id desc", LeadLine.class).setParameter("states", wanted.states()).setMaxResults(size + 1);
        if (wanted.teamId() != null) {
            query.setParameter("team", wanted.teamId());
        }
        if (wanted.madeBy() != null) {
            query.setParameter("by", wanted.madeBy());
        }
        if (wanted.customerId() != null) {
            query.setParameter("customer", wanted.customerId());
        }
        if (after != null) {
            query.setParameter("at", after.at()).setParameter("id", after.id());
        }
        List<LeadLine> lines = query.getResultList();
        return Page.of(lines, size);
    }
}
