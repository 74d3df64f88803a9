// SPDX-License-Identifier: Apache-2.0
package il.moked.order;

import il.moked.shared.Money;
import il.moked.shared.NotFoundException;
import il.moked.shared.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Orders, what was agreed about paying them, and what was given back. */
@ApplicationScoped
public class Orders {
    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    /** One of a list. */
    public record OrderSummary(long id, String number, SaleOrder.State state, SaleOrder.Settlement settlement, Money gross, Money open, Instant createdAt, Instant payBy, String attention) {
        static OrderSummary of(SaleOrder order) {
            return new OrderSummary(order.id(), order.number(), order.state(), order.settlement(), order.gross(), order.open(), order.createdAt(), order.payBy().orElse(null), order.attention().orElse(null));
        }

        public Purchases.Cursor cursor() {
            return new Purchases.Cursor(createdAt, id);
        }
    }

    public void add(SaleOrder order) {
        entities.persist(order);
    }

    public String nextNumber() {
        return "S" + ((Number) entities.createNativeQuery("select nextval('sale_order_number_seq')").getSingleResult()).longValue();
    }

    public Optional<SaleOrder> find(long id) {
        return Optional.ofNullable(entities.find(SaleOrder.class, id));
    }

    /** @throws NotFoundException {@code order.unknown} */
    public SaleOrder getLocked(long id) {
        SaleOrder order = find(id).orElseThrow(() -> new NotFoundException("order.unknown"));
        entities.refresh(order, LockModeType.PESSIMISTIC_WRITE);
        return order;
    }

    public Optional<SaleOrder> findByNumber(String number) {
        return entities.createQuery("select o from SaleOrder o where o.number = :number", SaleOrder.class).setParameter("number", normal(number)).getResultStream().findFirst();
    }

    /** As typed by a person: case and blanks do not matter. */
    public static String normal(String typed) {
        return typed == null ? "" : typed.strip().toUpperCase(java.util.Locale.ROOT);
    }

    /** @throws NotFoundException {@code order.unknown} */
    public SaleOrder get(String number) {
        return findByNumber(number).orElseThrow(() -> new NotFoundException("order.unknown"));
    }

    /** @throws NotFoundException {@code order.unknown} */
    public SaleOrder getLocked(String number) {
        return getLocked(get(number).id());
    }

    public Optional<SaleOrder> ofQuote(String quote) {
        return entities.createQuery("select o from SaleOrder o where o.quoteNumber = :quote", SaleOrder.class).setParameter("quote", quote).getResultStream().findFirst();
    }

    /** What this agent was putting together for this customer. */
    public Optional<SaleOrder> draft(long customerId, long agentId) {
        return entities.createQuery("select o from SaleOrder o where o.agentId = :agent and o.state = :draft and o.customerId = :customer order by o.id desc", SaleOrder.class)
                .setParameter("agent", agentId).setParameter("draft", SaleOrder.State.DRAFT).setParameter("customer", customerId).setMaxResults(1).getResultStream().findFirst();
    }

    /** His orders, newest first; baskets are none. @param after null for the first page */
    public Page<OrderSummary> ofCustomer(long customerId, Purchases.Cursor after, int size) {
        String further = after == null ? "" : " and (o.createdAt < :at or o.createdAt = :at and o.id < :id)";
        TypedQuery<SaleOrder> query = entities.createQuery("select o from SaleOrder o where o.customerId = :customer and o.state <> :draft" + further + " order by o.createdAt desc, o.id desc", SaleOrder.class)
                .setParameter("customer", customerId).setParameter("draft", SaleOrder.State.DRAFT).setMaxResults(size + 1);
        if (after != null) {
            query.setParameter("at", after.at()).setParameter("id", after.id());
        }
        return Page.of(query.getResultList().stream().map(OrderSummary::of).toList(), size);
    }

    /** Orders that were not paid in time. */
    public List<Long> unpaid(Instant now, int most) {
        return entities.createQuery("select o.id from SaleOrder o where o.state = :placed and o.payBy < :now and o.confirmedAt is null order by o.payBy", Long.class).setParameter("placed", SaleOrder.State.PLACED).setParameter("now", now).setMaxResults(most).getResultList();
    }

    /** What he owes by invoice; other orders are not handed over before they are paid. */
    public Money owed(long customerId, String currency) {
        Long owed = entities.createQuery("select sum(o.amounts.gross - o.credited - o.paid + o.refunded) from SaleOrder o where o.customerId = :customer and o.settlement = :account and o.state in (:open) and o.currency = :currency", Long.class)
                .setParameter("customer", customerId).setParameter("account", SaleOrder.Settlement.ACCOUNT).setParameter("open", List.of(SaleOrder.State.PLACED, SaleOrder.State.FULFILLED)).setParameter("currency", currency).getSingleResult();
        return new Money(owed == null ? 0 : Math.max(0, owed), currency);
    }

    public Optional<CreditTerms> terms(long customerId) {
        return Optional.ofNullable(entities.find(CreditTerms.class, customerId));
    }

    /** Whoever sells by invoice to the same customer waits, so that two do not use the same limit. */
    public Optional<CreditTerms> termsLocked(long customerId) {
        return Optional.ofNullable(entities.find(CreditTerms.class, customerId, LockModeType.PESSIMISTIC_WRITE));
    }

    public void add(SiteOrder said) {
        entities.persist(said);
    }

    /** What its buyer said on the site; empty when it was not bought there. */
    public Optional<SiteOrder> saidOf(long orderId) {
        return Optional.ofNullable(entities.find(SiteOrder.class, orderId));
    }

    public Optional<SiteOrder> saidWith(String clientKey) {
        return entities.createQuery("select s from SiteOrder s where s.clientKey = :key", SiteOrder.class).setParameter("key", clientKey).getResultStream().findFirst();
    }

    public void add(CreditTerms terms) {
        entities.persist(terms);
    }

    public void add(Instalment instalment) {
        entities.persist(instalment);
    }

    /** In the order in which they are due. */
    public List<Instalment> instalments(long orderId) {
        return entities.createQuery("select i from Instalment i where i.order.id = :order order by i.place", Instalment.class).setParameter("order", orderId).getResultList();
    }

    public void add(OrderReturn given) {
        entities.persist(given);
    }

    public void flush() {
        entities.flush();
    }
}
