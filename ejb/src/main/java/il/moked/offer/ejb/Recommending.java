// SPDX-License-Identifier: Apache-2.0
package il.moked.offer.ejb;

import il.moked.access.Role;
import il.moked.channel.Channel;
import il.moked.customer.Customers;
import il.moked.offer.OfferPolicy;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** The next best offers to a customer: why each fits, and why the others do not. */
@Stateless
@RolesAllowed({Role.AGENT, Role.SUPERVISOR, Role.INTEGRATION})
public class Recommending {
    @Inject
    Customers customers;
    @Inject
    OfferDeciding deciding;

    /**
     * For which moment offers are asked.
     *
     * @param basket SKUs @param interactionId of the conversation in which they would be told, or null @param channel by which; null: that of the conversation, else unknown @param initiative whether the organisation turns to him by itself
     */
    public record Asked(Collection<String> basket, Long interactionId, Channel channel, boolean initiative) {
        public static final Asked NOTHING_SPECIAL = new Asked(List.of(), null, null, false);
    }

    /** @param customerId of the card, which may be another than was asked for: he was joined @param language of the customer */
    public record Recommended(long customerId, String language, Channel channel, OfferPolicy.Choice choice, Instant asOf) {
    }

    /** @throws il.moked.shared.NotFoundException {@code customer.unknown} @throws il.moked.shared.BusinessException {@code offer.channel-needed}: by own initiative the channel decides what is allowed */
    public Recommended of(long customerId, Asked asked) {
        return deciding.recommend(customers.get(customerId), asked);
    }
}
