// SPDX-License-Identifier: Apache-2.0
package il.moked.order.ejb;

import il.moked.access.Role;
import il.moked.access.ejb.Audited;
import il.moked.customer.Customer;
import il.moked.customer.Customers;
import il.moked.order.CreditTerms;
import il.moked.order.Orders;
import il.moked.shared.BusinessException;
import il.moked.shared.DomainEvent;
import il.moked.shared.Money;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** The system that keeps agreements says what a business may owe. */
@Stateless
@RolesAllowed({Role.INTEGRATION, Role.ADMINISTRATOR})
public class TermsKeeping {
    @Inject
    Orders orders;
    @Inject
    Customers customers;
    @Inject
    DomainEvents events;

    /** It was agreed. */
    public record TermsAgreed(Long customerId, String detail) implements DomainEvent, Audited {
        @Override
        public String action() {
            return "order.terms-agreed";
        }

        @Override
        public String subject() {
            return "customer";
        }

        @Override
        public Long subjectId() {
            return customerId;
        }
    }

    /** @param limit null for none, in shekels then @throws BusinessException {@code order.terms}, {@code order.not-business} */
    public void agree(long customerId, int netDays, Money limit, int mostInstalments) {
        Customer customer = customers.getLocked(customerId);
        if (customer.kind() != Customer.Kind.COMPANY) {
            throw new BusinessException("order.not-business");
        }
        CreditTerms terms = orders.terms(customer.id()).orElseGet(() -> new CreditTerms(customer.id()));
        terms.agreed(netDays, limit, Money.SHEKEL, mostInstalments);
        orders.add(terms);
        events.tell(new TermsAgreed(customer.id(), netDays + " / " + mostInstalments));
    }
}
