// SPDX-License-Identifier: Apache-2.0
package il.moked.catalog;

import il.moked.shared.BusinessException;
import il.moked.shared.NotFoundException;
import il.moked.shared.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that is or was sold, and the words it is found by. */
@ApplicationScoped
public class Products {
    private static final int BLOCK = 500;

    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    /** @throws NotFoundException {@code catalog.unknown-product} */
    public Product get(long id) {
        Product product = entities.find(Product.class, id);
        if (product == null) {
            throw new NotFoundException("catalog.unknown-product", id);
        }
        return product;
    }

    public Product withSku(String sku) {
        return findBySku(sku).orElseThrow(() -> new NotFoundException("catalog.unknown-product", sku));
    }

    public Optional<Product> findBySku(String sku) {
        return entities.createQuery("select p from Product p where p.sku = :sku", Product.class).setParameter("sku", Product.sku(sku)).getResultStream().findFirst();
    }

    /** By SKU; who is not in it is not known. */
    public Map<String, Product> withSkus(Collection<String> skus) {
        Map<String, Product> found = new HashMap<>();
        List<String> all = skus.stream().distinct().toList();
        for (int from = 0; from < all.size(); from += BLOCK) {
            entities.createQuery("select p from Product p where p.sku in :skus", Product.class).setParameter("skus", all.subList(from, Math.min(all.size(), from + BLOCK))).setFlushMode(FlushModeType.COMMIT)
                    .getResultList().forEach(product -> found.put(product.sku(), product));
        }
        return found;
    }

    public Map<Long, Product> withIds(Collection<Long> ids) {
        Map<Long, Product> found = new HashMap<>();
        if (!ids.isEmpty()) {
            entities.createQuery("select p from Product p where p.id in :ids", Product.class).setParameter("ids", ids).getResultList().forEach(product -> found.put(product.id(), product));
        }
        return found;
    }

    public void add(Product product) {
        entities.persist(product);
        words(product);
    }

    /** @throws BusinessException {@code shared.conflict} when there is a newer version than that */
    public Product expect(long id, int seen) {
        Product product = get(id);
        if (product.version() != seen) {
            throw new BusinessException("shared.conflict");
        }
        return product;
    }

    /** It is called something else, perhaps. */
    public void changed(Product product) {
        changed(List.of(product));
    }

    /** They are called something else, perhaps. */
    public void changed(Collection<Product> many) {
        if (!many.isEmpty()) {
            entities.flush();
            entities.createNativeQuery("delete from product_word where product_id in (:ids)").setParameter("ids", many.stream().map(Product::id).toList()).executeUpdate();
            words(many);
        }
    }

    private void words(Product product) {
        words(List.of(product));
    }

    /** Many, of whom nobody was there before. */
    public void addAll(Collection<Product> many) {
        many.forEach(entities::persist);
        words(many);
    }

    private void words(Collection<Product> of) {
        entities.flush();
        List<Object[]> rows = new ArrayList<>();
        of.forEach(product -> ProductWords.of(product.sku(), product.name("he"), product.name("en")).forEach(word -> rows.add(new Object[]{word, product.id()})));
        for (int from = 0; from < rows.size(); from += BLOCK) {
            List<Object[]> block = rows.subList(from, Math.min(rows.size(), from + BLOCK));
            StringBuilder text = new StringBuilder("insert into product_word (word, product_id) values ");
            for (int at = 0; at < block.size(); at++) {
                text.append(at == 0 ? "" : ", ").append("(?").append(2 * at + 1).append(", ?").append(2 * at + 2).append(')');
            }
            Query insert = entities.createNativeQuery(text.toString());
            for (int at = 0; at < block.size(); at++) {
                insert.setParameter(2 * at + 1, block.get(at)[0]).setParameter(2 * at + 2, block.get(at)[1]);
            }
            insert.executeUpdate();
        }
    }

    /**
     * By SKU, page by page.
     *
     * @param typed beginnings of words, all of which it must have; empty for all
     * @param categoryId null for all
     * @param soldOn null for those not sold, too
     * @param after SKU of the last one shown, null for the first page
     */
    public Page<Product> list(String typed, Long categoryId, LocalDate soldOn, String after, int size) {
        List<String> words = ProductWords.asked(typed);
        StringBuilder text = new StringBuilder("select p.* from product p where p.sku > :after");
        for (int at = 0; at < words.size(); at++) {
            text.append(" and p.id in (select w.product_id from product_word w where w.word like :word").append(at).append(')');
        }
        text.append(categoryId == null ? "" : " and p.category_id = :category").append(soldOn == null ? "" : " and p.active_from <= :day and (p.active_until is null or p.active_until > :day)").append(" order by p.sku");
        Query query = entities.createNativeQuery(text.toString(), Product.class).setParameter("after", after == null ? "" : after).setMaxResults(size + 1);
        for (int at = 0; at < words.size(); at++) {
            query.setParameter("word" + at, words.get(at) + "%");
        }
        if (categoryId != null) {
            query.setParameter("category", categoryId);
        }
        if (soldOn != null) {
            query.setParameter("day", soldOn);
        }
        List<?> found = query.getResultList();
        return Page.of(found.stream().map(Product.class::cast).toList(), size);
    }

    public List<ProductCategory> categories() {
        return entities.createQuery("select c from ProductCategory c order by c.code", ProductCategory.class).getResultList();
    }

    public ProductCategory category(long id) {
        ProductCategory category = entities.find(ProductCategory.class, id);
        if (category == null) {
            throw new NotFoundException("catalog.unknown-category", id);
        }
        return category;
    }

    public void add(ProductCategory category) {
        entities.persist(category);
    }

    public void flush() {
        entities.flush();
    }

    /** For bringing in many: what was written is let go of. */
    public void forget() {
        entities.flush();
        entities.clear();
    }
}
