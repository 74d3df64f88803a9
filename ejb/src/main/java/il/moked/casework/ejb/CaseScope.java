// SPDX-License-Identifier: Apache-2.0
package il.moked.casework.ejb;

import il.moked.access.ejb.CurrentUser;
import il.moked.casework.CaseLine;
import il.moked.casework.ServiceCase;
import il.moked.customer.ejb.Outsourcing;
import il.moked.shared.BusinessException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Which cases the caller may see: whoever is of another firm, those of customers who were routed to him, and those handed to his team. */
@ApplicationScoped
class CaseScope {
    @Inject
    CurrentUser currentUser;
    @Inject
    Outsourcing outsourcing;

    /** @throws il.moked.shared.BusinessException when this customer was not routed to a caller of another firm */
    void check(long customerId) {
        outsourcing.check(customerId);
    }

    void check(CaseLine line) {
        check(line.customerId(), line.teamId());
    }

    void check(ServiceCase of) {
        check(of.customerId(), of.teamId());
    }

    boolean permits(CaseLine line) {
        try {
            check(line);
            return true;
        } catch (BusinessException notHis) {
            return false;
        }
    }

    private void check(long customerId, long teamId) {
        if (currentUser.get().team().filter(team -> team.id() == teamId).isEmpty()) {
            outsourcing.check(customerId);
        }
    }
}
