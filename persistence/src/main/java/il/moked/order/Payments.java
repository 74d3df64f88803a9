// SPDX-License-Identifier: Apache-2.0
package il.moked.order;

import il.moked.shared.NotFoundException;
import il.moked.shared.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Payments and refunds, where they are taken, and what providers told of them. */
@ApplicationScoped
public class Payments {
    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    public void add(Payment payment) {
        entities.persist(payment);
    }

    public void add(Refund refund) {
        entities.persist(refund);
    }

    public void add(PaymentAccount account) {
        entities.persist(account);
    }

    public Optional<PaymentAccount> account(String code) {
        return entities.createQuery("select a from PaymentAccount a where a.code = :code", PaymentAccount.class).setParameter("code", code).getResultStream().findFirst();
    }

    /** The one new payments go to. */
    public Optional<PaymentAccount> accountInUse() {
        return entities.createQuery("select a from PaymentAccount a where a.enabled = true order by a.id", PaymentAccount.class).setMaxResults(1).getResultStream().findFirst();
    }

    /** @throws NotFoundException {@code order.unknown-payment} */
    public Payment get(long id) {
        return Optional.ofNullable(entities.find(Payment.class, id)).orElseThrow(() -> new NotFoundException("order.unknown-payment"));
    }

    /** With its order, whose lock comes first: every change of either holds both in this sequence. */
    public Payment getLocked(long id) {
        Payment payment = get(id);
        entities.refresh(entities.find(SaleOrder.class, payment.order().id()), LockModeType.PESSIMISTIC_WRITE);
        entities.refresh(payment, LockModeType.PESSIMISTIC_WRITE);
        return payment;
    }

    public Refund refundLocked(long id) {
        Refund refund = Optional.ofNullable(entities.find(Refund.class, id)).orElseThrow(() -> new NotFoundException("order.unknown-payment"));
        getLocked(refund.payment().id());
        entities.refresh(refund, LockModeType.PESSIMISTIC_WRITE);
        return refund;
    }

    public Optional<Long> withToken(String token) {
        return entities.createQuery("select p.id from Payment p where p.token = :token", Long.class).setParameter("token", token).getResultStream().findFirst();
    }

    /** Oldest first. */
    public List<Payment> ofOrder(long orderId) {
        return entities.createQuery("select p from Payment p where p.order.id = :order order by p.id", Payment.class).setParameter("order", orderId).getResultList();
    }

    public List<Refund> refunds(long orderId) {
        return entities.createQuery("select r from Refund r where r.payment.order.id = :order order by r.id", Refund.class).setParameter("order", orderId).getResultList();
    }

    public Page<Payment> ofCustomer(long customerId, Purchases.Cursor after, int size) {
        String further = after == null ? "" : " and (p.createdAt < :at or p.createdAt = :at and p.id < :id)";
        TypedQuery<Payment> query = entities.createQuery("select p from Payment p join fetch p.order where p.customerId = :customer" + further + " order by p.createdAt desc, p.id desc", Payment.class).setParameter("customer", customerId).setMaxResults(size + 1);
        if (after != null) {
            query.setParameter("at", after.at()).setParameter("id", after.id());
        }
        return Page.of(query.getResultList(), size);
    }

    /** Payments a provider is to be asked about now. */
    public List<Long> due(Instant now, int most) {
        return entities.createQuery("select p.id from Payment p where p.state in (:live) and p.attempts.nextAt <= :now order by p.attempts.nextAt", Long.class)
                .setParameter("live", List.of(Payment.State.PENDING, Payment.State.SENDING, Payment.State.OPEN, Payment.State.UNKNOWN, Payment.State.CLOSING)).setParameter("now", now).setMaxResults(most).getResultList();
    }

    public List<Long> refundsDue(Instant now, int most) {
        return entities.createQuery("select r.id from Refund r where r.state in (:live) and r.attempts.nextAt <= :now order by r.attempts.nextAt", Long.class)
                .setParameter("live", List.of(Refund.State.PENDING, Refund.State.SENDING, Refund.State.UNKNOWN)).setParameter("now", now).setMaxResults(most).getResultList();
    }

    /** @param paymentId null when it is about none of ours @return false when the provider told this before */
    public boolean told(String account, String event, Long paymentId, String kind, String outcome, Instant now) {
        boolean ours = paymentId != null;
        Query notice = entities.createNativeQuery("insert into payment_notice (account, event_id, kind, outcome, told_at" + (ours ? ", payment_id" : "") + ") values (?1, ?2, ?3, ?4, ?5" + (ours ? ", ?6" : "") + ") on conflict do nothing")
                .setParameter(1, account).setParameter(2, event).setParameter(3, kind).setParameter(4, outcome).setParameter(5, now);
        return (ours ? notice.setParameter(6, paymentId) : notice).executeUpdate() > 0;
    }
}
