// SPDX-License-Identifier: Apache-2.0
package il.moked.card.ejb;

import il.moked.access.StaffUser;
import il.moked.access.Team;
import il.moked.access.ejb.CurrentUser;
import il.moked.card.CardScope;
import il.moked.customer.CustomerAccess;
import il.moked.shared.BusinessException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Whose card the caller may open. Our own people may open every card, and each look is written to the audit. People of
 * another firm who serve for us see only customers whose work is offered or assigned to them, or was until a moment ago,
 * and of those no identifier as a whole.
 */
@ApplicationScoped
public class CardAccess implements CustomerAccess {
    @Inject
    CurrentUser currentUser;
    @Inject
    CardScope scope;
    @Inject
    Clock clock;
    /** How long after he closed the last conversation with a customer an agent of another firm may still open the card, minutes. */
    @Inject
    @ConfigProperty(name = "moked.card.outsourced-minutes", defaultValue = "30")
    int minutesAfter;

    /** Whether the caller belongs to another firm: identifiers are masked for him, and nothing is revealed to him. */
    public boolean outsourced() {
        return outsourced(currentUser.get());
    }

    private static boolean outsourced(StaffUser user) {
        return user.team().map(Team::outsourced).orElse(false);
    }

    /** Those of the customers whose cards the caller may open. One query at most, however many. */
    public Set<Long> visible(Collection<Long> customerIds) {
        StaffUser user = currentUser.get();
        return outsourced(user) ? scope.servedBy(user.id(), customerIds, clock.instant().minus(Duration.ofMinutes(minutesAfter))) : Set.copyOf(customerIds);
    }

    /** @throws BusinessException {@code card.not-routed} when the caller may not open this customer's card */
    @Override
    public void check(long customerId) {
        if (!visible(List.of(customerId)).contains(customerId)) {
            throw new BusinessException("card.not-routed");
        }
    }
}
