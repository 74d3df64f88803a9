// SPDX-License-Identifier: Apache-2.0
package il.moked.offer.ejb;

import il.moked.channel.Channel;
import il.moked.customer.Consent;
import il.moked.customer.Consents;
import il.moked.customer.Customer;
import il.moked.customer.CustomerAlert;
import il.moked.customer.CustomerFacts;
import il.moked.customer.Customers;
import il.moked.customer.KnownFacts;
import il.moked.interaction.Interaction;
import il.moked.interaction.Interactions;
import il.moked.offer.Goods;
import il.moked.offer.OfferPolicy;
import il.moked.offer.Offering;
import il.moked.offer.Offers;
import il.moked.offer.OpenComplaints;
import il.moked.offer.Possessions;
import il.moked.offer.Situation;
import il.moked.offer.Why;
import il.moked.offer.ejb.Recommending.Asked;
import il.moked.offer.ejb.Recommending.Recommended;
import il.moked.shared.BusinessException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Puts together what has to be known of a customer at a moment to decide upon offers, and decides. A fixed small number of queries, whatever his history. */
@ApplicationScoped
class OfferDeciding {
    private static final int MOST_IN_BASKET = 100;

    @Inject
    Customers customers;
    @Inject
    KnownFacts known;
    @Inject
    Consents consents;
    @Inject
    Interactions interactions;
    @Inject
    Offers offers;
    @Inject
    Possessions possessions;
    @Inject
    OpenComplaints complaints;
    @Inject
    Clock clock;
    @Inject
    @ConfigProperty(name = "moked.time-zone", defaultValue = "Asia/Jerusalem")
    ZoneId zone;
    /** Offers of any kind a customer may hear of within {@link #days} days. */
    @Inject
    @ConfigProperty(name = "moked.offer.most-per-customer", defaultValue = "4")
    int most;
    @Inject
    @ConfigProperty(name = "moked.offer.most-within-days", defaultValue = "7")
    int days;
    /** Subjects of contacts, as routing knows them, that are complaints: nothing is offered while one is open. */
    @Inject
    @ConfigProperty(name = "moked.offer.held-back-subjects", defaultValue = "complaint")
    List<String> complaintSubjects;

    Recommended recommend(Customer customer, Asked asked) {
        Instant now = clock.instant();
        Channel channel = channel(asked, customer);
        if (asked.initiative() && channel == null) {
            throw new BusinessException("offer.channel-needed", "channel");
        }
        List<Offering> running = offers.runningOn(now.atZone(zone).toLocalDate());
        return new Recommended(customer.id(), customer.language(), channel, new OfferPolicy(most, days).choose(running, situation(customer, running, asked, channel, now)), now);
    }

    /** What is against telling him of this one now: of itself, of him, or of his situation. */
    List<Why> against(Customer customer, Offering offer, Asked asked, Instant now) {
        OfferPolicy.Choice choice = new OfferPolicy(most, days).choose(List.of(offer), situation(customer, List.of(offer), asked, channel(asked, customer), now));
        return choice.heldBack().isEmpty() ? choice.others().stream().flatMap(verdict -> verdict.against().stream()).toList() : choice.heldBack();
    }

    Channel channel(Asked asked, Customer customer) {
        Interaction interaction = conversation(asked.interactionId(), customer);
        return interaction == null || asked.channel() != null ? asked.channel() : interaction.channel();
    }

    /** Null when there is none. @throws BusinessException {@code offer.other-conversation} when it is not with him */
    Interaction conversation(Long interactionId, Customer customer) {
        if (interactionId == null) {
            return null;
        }
        Interaction interaction = interactions.get(interactionId);
        if (!interaction.customer().current().id().equals(customer.id())) {
            throw new BusinessException("offer.other-conversation", "interaction");
        }
        return interaction;
    }

    private Situation situation(Customer customer, List<Offering> running, Asked asked, Channel channel, Instant now) {
        if (asked.basket().size() > MOST_IN_BASKET) {
            throw new BusinessException("shared.field-too-many", "basket", MOST_IN_BASKET);
        }
        Set<String> basket = new HashSet<>();
        asked.basket().forEach(sku -> basket.add(sku.strip().toUpperCase(Locale.ROOT)));
        CustomerFacts facts = new CustomerFacts(customer.kind(), KnownFacts.numbers(customer.createdAt(), known.of(customer.id()), now));
        boolean consents = asked.initiative() && Consent.CHANNELS.contains(channel) && this.consents.verdict(customer.id(), channel, Consent.Purpose.PROMOTION, now).may();
        boolean danger = customers.alerts(customer.id(), now).stream().anyMatch(alert -> alert.severity() == CustomerAlert.Severity.DANGER);
        return new Situation(facts, customer.segment(), possessions.goods(basket), possessions.of(customer.id(), wanted(running)), channel, asked.initiative(), consents, danger, complaints.of(customer.id(), complaintSubjects), offers.history(customer.id()), now, zone);
    }

    /** What has to be known of what he has, to decide upon these. */
    private static Goods wanted(List<Offering> running) {
        Set<String> skus = new HashSet<>();
        Set<String> categories = new HashSet<>();
        for (Offering offer : running) {
            skus.addAll(offer.terms().owned().skus());
            categories.addAll(offer.terms().owned().categories());
            if (offer.sku() != null && !offer.terms().again()) {
                skus.add(offer.sku());
            }
        }
        return new Goods(skus, categories);
    }
}
