// SPDX-License-Identifier: Apache-2.0
package il.moked.access.ejb;

import il.moked.access.Role;
import il.moked.shared.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;

/** What was changed in how the organisation is set up, by whom and when. */
@Stateless
@RolesAllowed(Role.ADMINISTRATOR)
public class AuditReading {
    private static final List<String> SET_UP = List.of("rule-version", "channel-account", "work-queue", "team", "skill", "agent", "business-calendar");

    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    public record Line(long id, Instant at, String actor, String action, String subject, Long subjectId, String detail) {
    }

    /** The newest first. @param before id of the last one shown, null for the first page */
    public Page<Line> changes(Long before, int size) {
        return Page.of(entities.createQuery("""
                select new il.moked.access.ejb.AuditReading$Line(a.id, a.at, a.actor, a.action, a.subject, a.subjectId, a.detail) from AuditEntry a
                where a.subject in :subjects and a.id < :before order by a.id desc""", Line.class)
                .setParameter("subjects", SET_UP).setParameter("before", before == null ? Long.MAX_VALUE : before).setMaxResults(size + 1).getResultList(), size);
    }
}
