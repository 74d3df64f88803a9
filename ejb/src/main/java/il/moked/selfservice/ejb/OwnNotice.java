// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice.ejb;

import il.moked.channel.Channel;
import il.moked.channel.ChannelAccount;
import il.moked.channel.ChannelAccounts;
import il.moked.customer.ContactPoint;
import il.moked.customer.Customer;
import il.moked.customer.Identification;
import il.moked.interaction.ejb.CustomerTexts;
import il.moked.routing.ejb.ClosedNotice;
import il.moked.shared.PhoneNumber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tells a customer, where he was reached before, that something was changed in his area: if it was somebody else, he learns of it.
 * By mail rather than by text message, which costs.
 */
@ApplicationScoped
class OwnNotice {
    private static final String CLOSED = "OWN_CHANGE";

    @Inject
    ChannelAccounts accounts;
    @Inject
    ClosedNotice notice;
    @Inject
    CustomerTexts texts;

    /** Where and by what. */
    private record Way(ChannelAccount account, String address) {
    }

    /** @param key of the text @param except an address that is new, and so would warn nobody; or null */
    void tell(Customer customer, String key, String except) {
        String language = customer.language();
        way(customer, except).ifPresent(way -> notice.tell(customer, Identification.SIGNED_IN, way.account(), way.address(), language, new ClosedNotice.Told(texts.text("own-subject", language), CLOSED, texts.text(key, language, way.account().name(language)), null)));
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
