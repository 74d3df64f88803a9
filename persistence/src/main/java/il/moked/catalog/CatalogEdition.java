// SPDX-License-Identifier: Apache-2.0
package il.moked.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Counts every change of products, prices, promotions and tax: the same number is the same answer to the same question. */
@ApplicationScoped
public class CatalogEdition {
    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    public long number() {
        return ((Number) entities.createNativeQuery("select number from catalog_edition where id = 1").getSingleResult()).longValue();
    }

    /** Something was changed. Whoever changes something else at the same time waits. */
    public void next() {
        entities.createNativeQuery("update catalog_edition set number = number + 1 where id = 1").executeUpdate();
    }
}
