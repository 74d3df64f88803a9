// SPDX-License-Identifier: Apache-2.0
package il.moked.channel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;

/** The one look there may be. */
@ApplicationScoped
public class OrganisationLooks {
    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    public Optional<OrganisationLook> find() {
        return Optional.ofNullable(entities.find(OrganisationLook.class, OrganisationLook.ID));
    }

    public void add(OrganisationLook look) {
        entities.persist(look);
    }

    public void flush() {
        entities.flush();
    }
}
