// SPDX-License-Identifier: Apache-2.0
package il.moked.offer.ejb;

import il.moked.access.StaffUsers;
import il.moked.access.Team;
import il.moked.access.ejb.CurrentUser;
import il.moked.offer.Offer;
import il.moked.shared.BusinessException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where chances to sell go: to the team of the offer, else to the one that sells, else to that of whoever serves the customer. */
@ApplicationScoped
class SalesTeam {
    @Inject
    StaffUsers users;
    @Inject
    CurrentUser currentUser;
    /** Code of the team that sells. */
    @Inject
    @ConfigProperty(name = "moked.offer.sales-team", defaultValue = "sales")
    String code;

    /** @param offer or null @throws BusinessException {@code offer.no-sales-team} */
    Team of(Offer offer) {
        return offer != null && offer.leadTeamId().isPresent() ? users.team(offer.leadTeamId().get())
                : users.findTeam(code).or(() -> currentUser.get().team()).orElseThrow(() -> new BusinessException("offer.no-sales-team", code));
    }
}
