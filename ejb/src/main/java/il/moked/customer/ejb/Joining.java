// SPDX-License-Identifier: Apache-2.0
package il.moked.customer.ejb;

import il.moked.access.Role;
import il.moked.access.ejb.CurrentUser;
import il.moked.customer.Customer;
import il.moked.customer.Customers;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/** An agent learned who a guest is. */
@Stateless
@RolesAllowed({Role.AGENT, Role.SUPERVISOR})
public class Joining {
    @Inject
    Customers customers;
    @Inject
    CurrentUser currentUser;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    /** Everything of the guest moves to the customer; areas that hold rows of his observe the event. */
    public void join(long guestId, long customerId) {
        Instant now = clock.instant();
        Customer guest = customers.get(guestId);
        Customer known = customers.get(customerId);
        guest.joinInto(known, now);
        customers.recordJoin(guestId, known.id(), currentUser.name(), now);
        events.tell(new CustomersJoined(guestId, known.id()));
    }
}
