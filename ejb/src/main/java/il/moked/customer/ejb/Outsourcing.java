// SPDX-License-Identifier: Apache-2.0
package il.moked.customer.ejb;

import il.moked.access.StaffUser;
import il.moked.access.StaffUsers;
import il.moked.access.Team;
import il.moked.access.ejb.CurrentUser;
import il.moked.customer.CustomerAccess;
import il.moked.shared.BusinessException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

/** Whether the caller works for another firm that serves for us: such people see no identity number, and tie nobody to anybody. */
@ApplicationScoped
public class Outsourcing {
    @Inject
    CurrentUser currentUser;
    @Inject
    StaffUsers users;

    @Inject
    Instance<CustomerAccess> access;

    public boolean outsourced() {
        return users.findByName(currentUser.name()).flatMap(StaffUser::team).map(Team::outsourced).orElse(false);
    }

    /** @throws BusinessException when the caller is of another firm and this customer was not routed to him */
    public void check(long customerId) {
        if (outsourced()) {
            access.get().check(customerId);
        }
    }

    /** @throws BusinessException {@code customer.outsourced} */
    public void refuse() {
        if (outsourced()) {
            throw new BusinessException("customer.outsourced");
        }
    }
}
