// SPDX-License-Identifier: Apache-2.0
package il.moked.access;

import il.moked.shared.NotFoundException;
import il.moked.shared.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;

/** The versions of everything that makes up the organisation's set-up. */
@ApplicationScoped
public class SetUpVersions {
    private static final String LINE = "select new il.moked.access.SetUpVersions$Line(v.id, v.subject, v.subjectId, v.number, v.action, v.detail, case when v.content is null then false else true end, v.madeBy, v.madeAt) from SetUpVersion v ";

    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    /** @param restorable whether the thing can be made again what it was then */
    public record Line(long id, String subject, long subjectId, int number, String action, String detail, boolean restorable, String madeBy, Instant madeAt) {
    }

    public void add(SetUpVersion version) {
        entities.persist(version);
    }

    /** For a thing whose changes stand in line: two at a time meet the constraint, and the second is told of a conflict. */
    public int next(String subject, long subjectId) {
        return entities.createQuery("select coalesce(max(v.number), 0) from SetUpVersion v where v.subject = :subject and v.subjectId = :id", Integer.class)
                .setParameter("subject", subject).setParameter("id", subjectId).getSingleResult() + 1;
    }

    /** Of everything, the newest first. @param before id of the last one shown, null for the first page */
    public Page<Line> list(Long before, int size) {
        return Page.of(entities.createQuery(LINE + "where v.id < :before order by v.id desc", Line.class).setParameter("before", before == null ? Long.MAX_VALUE : before).setMaxResults(size + 1).getResultList(), size);
    }

    /** Of one thing, the newest first. @param before number of the last one shown, null for the first page */
    public Page<Line> of(String subject, long subjectId, Integer before, int size) {
        return Page.of(entities.createQuery(LINE + "where v.subject = :subject and v.subjectId = :id and v.number < :before order by v.number desc", Line.class)
                .setParameter("subject", subject).setParameter("id", subjectId).setParameter("before", before == null ? Integer.MAX_VALUE : before).setMaxResults(size + 1).getResultList(), size);
    }

    /** What the thing was in that version. @throws NotFoundException {@code access.unknown-version} when there is none, or none that can be put back */
    public String content(String subject, long subjectId, int number) {
        return entities.createQuery("select v.content from SetUpVersion v where v.subject = :subject and v.subjectId = :id and v.number = :number and v.content is not null", String.class)
                .setParameter("subject", subject).setParameter("id", subjectId).setParameter("number", number).getResultStream().findFirst().orElseThrow(() -> new NotFoundException("access.unknown-version"));
    }
}
