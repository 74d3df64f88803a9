// SPDX-License-Identifier: Apache-2.0
package il.moked.offer.ejb;

import il.moked.access.Role;
import il.moked.access.ejb.CurrentUser;
import il.moked.channel.Channel;
import il.moked.customer.Customer;
import il.moked.customer.Customers;
import il.moked.offer.Offer;
import il.moked.offer.OfferOutcome;
import il.moked.offer.OfferOutcome.Answer;
import il.moked.offer.OfferOutcome.Kind;
import il.moked.offer.OfferOutcome.Occasion;
import il.moked.offer.OfferPolicy;
import il.moked.offer.Offers;
import il.moked.offer.Why;
import il.moked.promise.PromisedTime;
import il.moked.promise.ejb.Promising;
import il.moked.shared.BusinessException;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What a customer answered to an offer is written down and counted. What was said in a contact he began was said, whatever
 * the limits; what the organisation tells by itself is refused unless consent and limits allow it.
 */
@Stateless
@RolesAllowed({Role.AGENT, Role.SUPERVISOR, Role.INTEGRATION})
public class OfferAnswering {
    @Inject
    Customers customers;
    @Inject
    Offers offers;
    @Inject
    OfferDeciding deciding;
    @Inject
    ComingBack comingBack;
    @Inject
    CurrentUser currentUser;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;
    @Inject
    @ConfigProperty(name = "moked.time-zone", defaultValue = "Asia/Jerusalem")
    ZoneId zone;

    /** @param outcomeId as it was stored @param told whether it counts as told: not when he heard of it just before @param promiseId to ask him again, with its due time; null unless he put it off */
    public record Noted(long outcomeId, long offerId, long customerId, Kind kind, boolean told, Instant notedAt, Long promiseId, PromisedTime comingBack) {
    }

    /**
     * @param occasion its channel may be null: that of the conversation, else unknown
     * @throws BusinessException {@code offer.guest}, {@code offer.later-day}, {@code offer.no-sales-team}; {@code offer.not-allowed} by own initiative, with the first thing that is against it
     */
    public Noted note(long customerId, long offerId, Answer answer, Occasion occasion) {
        Instant now = clock.instant();
        LocalDate today = now.atZone(zone).toLocalDate();
        answer.expectOn(today);
        Customer customer = customers.getLocked(customerId);
        if (customer.guest()) {
            throw new BusinessException("offer.guest");
        }
        Offer offer = offers.get(offerId);
        Recommending.Asked asked = new Recommending.Asked(List.of(), occasion.interactionId(), occasion.channel(), occasion.initiative());
        boolean told = !offers.toldBefore(offerId, customer.id(), occasion.interactionId(), now.minus(OfferPolicy.SAME_TELLING));
        if (occasion.initiative() && told) {
            allowed(customer, offer, asked, now);
        }
        Channel channel = deciding.channel(asked, customer);
        comingBack.kept(customer, offer);
        Promising.Given promise = comingBack.promised(customer, offer, answer, occasion.interactionId(), channel);
        OfferOutcome outcome = new OfferOutcome(offerId, customer.id(), answer, new Occasion(occasion.interactionId(), channel, occasion.initiative()), told, currentUser.name(), now);
        if (promise != null) {
            outcome.promised(promise.id());
        }
        offers.add(outcome);
        offers.count(offerId, today, answer.kind(), told);
        events.tell(new OfferActed(offerId, customer.id(), occasion.interactionId(), "offer." + answer.kind().name().toLowerCase(Locale.ROOT), offer.code() + (answer.refusal() == null ? "" : " " + answer.refusal())));
        return new Noted(outcome.id(), offerId, customer.id(), answer.kind(), told, now, promise == null ? null : promise.id(), promise == null ? null : promise.due());
    }

    private void allowed(Customer customer, Offer offer, Recommending.Asked asked, Instant now) {
        if (asked.channel() == null) {
            throw new BusinessException("offer.channel-needed", "channel");
        }
        List<Why> against = deciding.against(customer, offer.offering(), asked, now);
        if (!against.isEmpty()) {
            throw new BusinessException("offer.not-allowed", against.get(0).code().name());
        }
    }
}
