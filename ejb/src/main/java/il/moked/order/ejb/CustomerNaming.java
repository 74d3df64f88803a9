// SPDX-License-Identifier: Apache-2.0
package il.moked.order.ejb;

import il.moked.access.Role;
import il.moked.customer.Customer;
import il.moked.customer.Customers;
import il.moked.customer.ExternalCustomers;
import il.moked.shared.BusinessException;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** Another system says under which name it knows a customer of ours; what he bought there is his from then on. */
@Stateless
@RolesAllowed({Role.INTEGRATION, Role.ADMINISTRATOR})
public class CustomerNaming {
    @Inject
    Customers customers;
    @Inject
    ExternalCustomers external;
    @Inject
    NamedPurchases purchases;
    @Inject
    DomainEvents events;

    /** @return how many documents became his @throws BusinessException {@code order.guest}: nobody knows yet who a guest is */
    public int know(String source, String name, long customerId) {
        Customer customer = customers.getLocked(customerId);
        if (customer.guest()) {
            throw new BusinessException("order.guest");
        }
        if (source.length() > 40 || name.isBlank() || name.length() > ExternalCustomers.LONGEST_NAME) {
            throw new BusinessException("shared.bad-request");
        }
        external.know(source, name, customer.id());
        int documents = purchases.follow(source, name, customer.id());
        events.tell(new PurchasesActed(customer.id(), "order.customer-named", source + " " + documents));
        return documents;
    }
}
