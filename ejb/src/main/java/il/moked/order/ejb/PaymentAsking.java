// SPDX-License-Identifier: Apache-2.0
package il.moked.order.ejb;

import il.moked.access.ejb.CurrentUser;
import il.moked.order.Instalment;
import il.moked.order.Orders;
import il.moked.order.Payment;
import il.moked.order.PaymentAccount;
import il.moked.order.Payments;
import il.moked.order.SaleOrder;
import il.moked.shared.BusinessException;
import il.moked.shared.Money;
import il.moked.shared.ejb.DomainEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Asks for money by card: the next instalment, or all that is open. The provider is asked after this transaction. */
@ApplicationScoped
class PaymentAsking {
    /** As providers have it. */
    private static final Duration SHORTEST = Duration.ofMinutes(31);

    @Inject
    Orders orders;
    @Inject
    Payments payments;
    @Inject
    CurrentUser currentUser;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    /** @return the one that is open already, if there is one @throws BusinessException {@code order.no-account}, {@code order.nothing-open} */
    Payment ask(SaleOrder order, String language) {
        Optional<Payment> live = payments.ofOrder(order.id()).stream().filter(Payment::live).findFirst();
        if (live.isPresent()) {
            return live.get();
        }
        PaymentAccount account = payments.accountInUse().orElseThrow(() -> new BusinessException("order.no-account"));
        Optional<Instalment> next = orders.instalments(order.id()).stream().filter(part -> part.open().positive()).findFirst();
        Money amount = next.map(part -> part.open().atMost(order.open())).orElseGet(order::open);
        if (!amount.positive()) {
            throw new BusinessException("order.nothing-open", order.number());
        }
        Instant now = clock.instant();
        Instant end = order.payBy().filter(by -> by.isAfter(now.plus(SHORTEST))).orElse(now.plus(SHORTEST));
        Payment payment = Payment.byCard(order, amount, next.map(Instalment::id).orElse(null), account.code(), language, currentUser.name(), end, now);
        payments.add(payment);
        events.tell(OrderTelling.of(order, "order.payment-asked", amount.toString()));
        return payment;
    }
}
