// SPDX-License-Identifier: Apache-2.0
package il.moked.customer.ejb;

import il.moked.access.Role;
import il.moked.access.ejb.CurrentUser;
import il.moked.customer.Customer;
import il.moked.customer.CustomerMerge;
import il.moked.customer.Customers;
import il.moked.shared.BusinessException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** An agent learned who a guest is. It is a merge like any other, and can be undone. */
@Stateless
@RolesAllowed({Role.AGENT, Role.SUPERVISOR})
public class Joining {
    @Inject
    Customers customers;
    @Inject
    CurrentUser currentUser;
    @Inject
    MergeSteps steps;

    /** Everything of the guest moves to the customer. @throws BusinessException {@code customer.not-a-guest}, {@code customer.join-into-guest} */
    public void join(long guestId, long customerId) {
        Customer guest = customers.get(guestId);
        Customer known = customers.get(customerId);
        if (!guest.guest()) {
            throw new BusinessException("customer.not-a-guest");
        }
        steps.merge(MergeSteps.Choice.plain(known.id(), guest.id()), CustomerMerge.Origin.GUEST, currentUser.name());
    }
}
