// SPDX-License-Identifier: Apache-2.0
package il.moked.offer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a customer has of what offers ask for: what he bought here or before and did not give back, and what is written down as his. Three queries for it, whatever offers there are. */
@ApplicationScoped
public class Possessions {
    /** Nobody has this, so that a list is never empty. */
    private static final String NOTHING = "-";
    private static final String CATEGORY = " left join product t on t.sku = l.sku left join product_category c on c.id = t.category_id ";
    private static final String ASKED = " and (l.sku in (:skus) or c.code in (:categories)) ";

    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    /** @param asked what any offer asks for or sells; only of that it is told */
    public Goods of(long customerId, Goods asked) {
        if (asked.isEmpty()) {
            return Goods.NONE;
        }
        Set<String> skus = new HashSet<>();
        Set<String> categories = new HashSet<>();
        add(skus, categories, asked, customerId, entities.createNativeQuery("select l.sku, c.code from purchase p join purchase_line l on l.purchase_id = p.id" + CATEGORY + "where p.customer_id = :customer" + ASKED + "group by l.sku, c.code having sum(l.quantity) > 0"));
        add(skus, categories, asked, customerId, entities.createNativeQuery("select distinct l.sku, c.code from sale_order o join sale_order_line l on l.order_id = o.id" + CATEGORY + "where o.customer_id = :customer and o.state in ('PAID', 'FULFILLED') and l.quantity > l.returned" + ASKED));
        add(skus, categories, asked, customerId, entities.createNativeQuery("select distinct l.sku, c.code from owned_product l" + CATEGORY + "where l.customer_id = :customer and l.gone_on is null" + ASKED));
        return new Goods(skus, categories);
    }

    private static void add(Set<String> skus, Set<String> categories, Goods asked, long customerId, Query query) {
        query.setParameter("customer", customerId).setParameter("skus", some(asked.skus())).setParameter("categories", some(asked.categories())).setFlushMode(FlushModeType.COMMIT);
        for (Object row : query.getResultList()) {
            Object[] columns = (Object[]) row;
            skus.add((String) columns[0]);
            if (columns[1] != null) {
                categories.add((String) columns[1]);
            }
        }
    }

    private static Collection<String> some(Set<String> codes) {
        return codes.isEmpty() ? Set.of(NOTHING) : codes;
    }

    /** These products with their categories. */
    public Goods goods(Collection<String> skus) {
        if (skus.isEmpty()) {
            return Goods.NONE;
        }
        List<String> categories = entities.createQuery("select distinct c.code from Product p, ProductCategory c where c.id = p.categoryId and p.sku in :skus", String.class).setParameter("skus", skus).setFlushMode(FlushModeType.COMMIT).getResultList();
        return new Goods(Set.copyOf(skus), Set.copyOf(categories));
    }
}
