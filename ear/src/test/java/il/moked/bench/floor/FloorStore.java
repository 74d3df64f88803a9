// SPDX-License-Identifier: Apache-2.0
package il.moked.bench.floor;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** One insert and commit. */
@Stateless
@PermitAll
public class FloorStore {
    @PersistenceContext(unitName = "floor")
    EntityManager entities;

    public long store(String sender, String text) {
        FloorRow row = new FloorRow(sender, text);
        entities.persist(row);
        return row.id();
    }
}
