// SPDX-License-Identifier: Apache-2.0
package il.moked.customer.ejb;

import il.moked.access.Role;
import il.moked.customer.Customer;
import il.moked.customer.Customers;
import il.moked.customer.Identifier;
import il.moked.shared.BusinessException;
import il.moked.shared.NationalId;
import il.moked.shared.NotFoundException;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** A number that is masked on every screen is shown whole, to one who asked for it. Each time is written to the audit. */
@Stateless
@RolesAllowed({Role.AGENT, Role.SUPERVISOR})
public class Revealing {
    @Inject
    Customers customers;
    @Inject
    Outsourcing outsourcing;
    @Inject
    DomainEvents events;

    /** @return nine digits @throws BusinessException {@code customer.outsourced} @throws NotFoundException {@code customer.unknown-identifier} when none is known */
    public String nationalId(long customerId) {
        outsourcing.refuse();
        Customer customer = customers.get(customerId);
        NationalId id = customer.nationalId().orElseThrow(() -> new NotFoundException("customer.unknown-identifier"));
        events.tell(new CustomerRead(customer.id(), "customer.identifier-revealed", "NATIONAL_ID"));
        return id.digits();
    }

    /** @throws BusinessException {@code customer.outsourced} @throws NotFoundException {@code customer.unknown-identifier} */
    public String identifier(long customerId, long identifierId) {
        outsourcing.refuse();
        Customer customer = customers.get(customerId);
        Identifier.Value value = customer.identifiers().stream().filter(one -> one.id() == identifierId).map(Identifier::value).findFirst().orElseThrow(() -> new NotFoundException("customer.unknown-identifier"));
        events.tell(new CustomerRead(customer.id(), "customer.identifier-revealed", value.kind() + " #" + identifierId));
        return value.number();
    }
}
