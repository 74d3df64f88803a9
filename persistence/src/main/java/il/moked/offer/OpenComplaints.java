// SPDX-License-Identifier: Apache-2.0
package il.moked.offer;

import il.moked.interaction.Interaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;

/** Whether a customer complains: an open contact of his came to the line as a complaint. */
@ApplicationScoped
public class OpenComplaints {
    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    /** @param subjects codes of what complaints are about, as routing knows them */
    public boolean of(long customerId, Collection<String> subjects) {
        return !entities.createQuery("select i.id from WorkItem w, Interaction i where i.id = w.interactionId and i.customer.id = :customer and i.state = :open and w.subject in :subjects", Long.class)
                .setParameter("customer", customerId).setParameter("open", Interaction.State.OPEN).setParameter("subjects", subjects).setMaxResults(1).setFlushMode(FlushModeType.COMMIT).getResultList().isEmpty();
    }
}
