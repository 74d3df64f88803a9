// SPDX-License-Identifier: Apache-2.0
package il.moked.access.ejb;

import il.moked.access.AuditEntry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;

/** Writes down who did what, in the transaction in which it was done: one is never there without the other. */
@ApplicationScoped
public class Auditing {
    @PersistenceContext(unitName = "moked")
    EntityManager entities;
    @Inject
    CurrentUser currentUser;
    @Inject
    Clock clock;

    void record(@Observes Audited event) {
        entities.persist(new AuditEntry(clock.instant(), currentUser.name(), event.action(), event.subject(), event.subjectId(), event.customerId(), event.detail()));
    }
}
