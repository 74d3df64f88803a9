// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice.ejb;

import il.moked.channel.Channel;
import il.moked.channel.ChannelAccount;
import il.moked.channel.ChannelAccounts;
import il.moked.customer.ContactPoint;
import il.moked.customer.Customer;
import il.moked.customer.Identification;
import il.moked.interaction.Interaction;
import il.moked.interaction.InteractionEvent;
import il.moked.interaction.Interactions;
import il.moked.interaction.Reference;
import il.moked.interaction.ejb.Acknowledging;
import il.moked.interaction.ejb.CustomerTexts;
import il.moked.routing.WorkItems;
import il.moked.shared.PhoneNumber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tells a customer, where he was reached before, that something was changed in his area: if it was somebody else, he learns of it.
 * By mail rather than by text message, which costs. It is kept in a conversation that is closed at once and takes no place in a line.
 */
@ApplicationScoped
class OwnNotice {
    private static final String CLOSED = "OWN_CHANGE";
    private static final String MOKED = "moked";

    @Inject
    ChannelAccounts accounts;
    @Inject
    WorkItems workItems;
    @Inject
    Interactions interactions;
    @Inject
    Acknowledging acknowledging;
    @Inject
    CustomerTexts texts;
    @Inject
    Clock clock;

    /** Where and by what. */
    private record Way(ChannelAccount account, String address) {
    }

    /** @param key of the text @param except an address that is new, and so would warn nobody; or null */
    void tell(Customer customer, String key, String except) {
        way(customer, except).ifPresent(way -> {
            Instant now = clock.instant();
            String language = customer.language();
            Interaction interaction = new Interaction(Reference.next(), customer, Identification.SIGNED_IN, way.account(), workItems.queue(way.account().queueId()).teamId(), texts.text("own-subject", language), way.address(), language, now);
            interactions.add(interaction);
            interactions.flush();
            acknowledging.notice(interaction, way.account(), way.address(), texts.text(key, language, way.account().name(language)));
            interaction.close(interactions.seededReason(CLOSED), null, now);
            interactions.add(new InteractionEvent(interaction, InteractionEvent.Kind.CLOSED, MOKED, CLOSED, now));
        });
    }

    private Optional<Way> way(Customer customer, String except) {
        return by(Channel.EMAIL, reached(customer, ContactPoint.Kind.EMAIL, except)).or(() -> by(Channel.SMS, reached(customer, ContactPoint.Kind.PHONE, except).filter(number -> new PhoneNumber(number).mobile())));
    }

    private static Stream<String> reached(Customer customer, ContactPoint.Kind kind, String except) {
        return customer.contactPoints().stream().filter(point -> point.kind() == kind && point.verified() && !point.address().equals(except)).map(ContactPoint::address);
    }

    private Optional<Way> by(Channel channel, Stream<String> addresses) {
        return addresses.findFirst().flatMap(address -> accounts.enabled(channel).stream().findFirst().map(account -> new Way(account, address)));
    }
}
