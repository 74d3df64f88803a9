// SPDX-License-Identifier: Apache-2.0
package il.moked.catalog;

import il.moked.customer.Segment;
import il.moked.shared.NotFoundException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The price lists, their prices, and the rates of tax. */
@ApplicationScoped
public class PriceBook {
    private static final int BLOCK = 500;

    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    /** Prices of these products that hold on that day in the lists that are the customer's, of whatever currency, with their lists. @param customerId null when nobody knows who it is */
    public List<Price> holding(Collection<Long> productIds, Segment segment, Long customerId, LocalDate day) {
        return entities.createQuery("""
                select p from Price p join fetch p.list where p.productId in :products and p.from <= :day and (p.until is null or p.until > :day)
                and (p.list.kind = il.moked.catalog.PriceList$Kind.GENERAL or p.list.segment = :segment or p.list.customerId = :customer)""", Price.class)
                .setParameter("products", productIds).setParameter("day", day).setParameter("segment", segment).setParameter("customer", customerId == null ? Long.valueOf(-1) : customerId)
                .setFlushMode(FlushModeType.COMMIT).getResultList();
    }

    /** Of one product in all lists, from the first on. */
    public List<Price> of(long productId) {
        return entities.createQuery("select p from Price p join fetch p.list where p.productId = :product order by p.list.code, p.from", Price.class).setParameter("product", productId).getResultList();
    }

    /** Of these products in one list, from the first on. */
    public List<Price> of(long listId, Collection<Long> productIds) {
        List<Price> found = new ArrayList<>();
        List<Long> all = productIds.stream().distinct().toList();
        for (int from = 0; from < all.size(); from += BLOCK) {
            found.addAll(entities.createQuery("select p from Price p join fetch p.list where p.list.id = :list and p.productId in :products order by p.productId, p.from", Price.class)
                    .setParameter("list", listId).setParameter("products", all.subList(from, Math.min(all.size(), from + BLOCK))).getResultList());
        }
        return found;
    }

    /** Of these products in all lists. */
    public List<Price> ofAll(Collection<Long> productIds) {
        return entities.createQuery("select p from Price p join fetch p.list where p.productId in :products order by p.productId, p.list.code, p.from", Price.class).setParameter("products", productIds).getResultList();
    }

    public Price price(long id) {
        Price price = entities.find(Price.class, id);
        if (price == null) {
            throw new NotFoundException("catalog.unknown-price");
        }
        return price;
    }

    public void add(Price price) {
        entities.persist(price);
    }

    public void remove(Price price) {
        entities.remove(price);
    }

    public List<PriceList> lists() {
        return entities.createQuery("select l from PriceList l order by l.code", PriceList.class).getResultList();
    }

    public Optional<PriceList> findList(String code) {
        return entities.createQuery("select l from PriceList l where l.code = :code", PriceList.class).setParameter("code", code).getResultStream().findFirst();
    }

    /** For changing its prices: whoever does the same waits, so that two prices never overlap. */
    public PriceList getLocked(long id) {
        PriceList list = entities.find(PriceList.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (list == null) {
            throw new NotFoundException("catalog.unknown-price-list", id);
        }
        return list;
    }

    public void add(PriceList list) {
        entities.persist(list);
    }

    /** From the first on. */
    public List<VatRate> rates() {
        return entities.createQuery("select r from VatRate r order by r.from", VatRate.class).getResultList();
    }

    public void add(VatRate rate) {
        entities.persist(rate);
    }

    public void flush() {
        entities.flush();
    }
}
