// SPDX-License-Identifier: Apache-2.0
package il.moked.order;

import il.moked.shared.NotFoundException;
import il.moked.shared.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;

/** Documents of sales, in series without gaps. */
@ApplicationScoped
public class Invoices {
    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    /** The next number of a series. Whoever takes another waits for this transaction to end, and gets the same one when it fails: that is why there are no gaps. */
    public Invoice.Serial next(Invoice.Kind kind) {
        entities.createNativeQuery("update invoice_series set last_number = last_number + 1 where kind = ?1").setParameter(1, kind.name()).executeUpdate();
        Object[] series = (Object[]) entities.createNativeQuery("select prefix, last_number from invoice_series where kind = ?1").setParameter(1, kind.name()).getSingleResult();
        return Invoice.Serial.of((String) series[0], ((Number) series[1]).longValue());
    }

    public void add(Invoice invoice) {
        entities.persist(invoice);
    }

    public Optional<Invoice> find(String number) {
        return entities.createQuery("select i from Invoice i where i.number = :number", Invoice.class).setParameter("number", Orders.normal(number)).getResultStream().findFirst();
    }

    /** @throws NotFoundException {@code order.unknown-invoice} */
    public Invoice get(String number) {
        return find(number).orElseThrow(() -> new NotFoundException("order.unknown-invoice"));
    }

    /** Oldest first. */
    public List<Invoice> ofOrder(long orderId) {
        return entities.createQuery("select i from Invoice i where i.orderId = :order order by i.id", Invoice.class).setParameter("order", orderId).getResultList();
    }

    public Page<Invoice> ofCustomer(long customerId, Purchases.Cursor after, int size) {
        String further = after == null ? "" : " and (i.issuedAt < :at or i.issuedAt = :at and i.id < :id)";
        TypedQuery<Invoice> query = entities.createQuery("select i from Invoice i where i.customerId = :customer" + further + " order by i.issuedAt desc, i.id desc", Invoice.class).setParameter("customer", customerId).setMaxResults(size + 1);
        if (after != null) {
            query.setParameter("at", after.at()).setParameter("id", after.id());
        }
        return Page.of(query.getResultList(), size);
    }
}
