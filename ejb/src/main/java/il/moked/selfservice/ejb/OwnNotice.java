// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice.ejb;

import il.moked.channel.Channel;
import il.moked.customer.ContactPoint;
import il.moked.customer.Customer;
import il.moked.customer.Identification;
import il.moked.interaction.ejb.CustomerTexts;
import il.moked.routing.ejb.ClosedNotice;
import il.moked.routing.ejb.ClosedNotice.Way;
import il.moked.shared.PhoneNumber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Tells a customer, where he was reached before, that something was changed in his area: if it was somebody else, he learns of it.
 * By mail rather than by text message, which costs.
 */
@ApplicationScoped
class OwnNotice {
    private static final String CLOSED = "OWN_CHANGE";

    @Inject
    ClosedNotice notice;
    @Inject
    CustomerTexts texts;

    /** @param key of the text @param except an address that is new, and so would warn nobody; or null */
    void tell(Customer customer, String key, String except) {
        String language = customer.language();
        way(customer, except).ifPresent(way -> notice.tell(customer, Identification.SIGNED_IN, way, language, new ClosedNotice.Told(texts.text("own-subject", language), CLOSED, texts.text(key, language, way.account().name(language)), null)));
    }

    private Optional<Way> way(Customer customer, String except) {
        return notice.way(Channel.EMAIL, reached(customer, ContactPoint.Kind.EMAIL, except)).or(() -> notice.way(Channel.SMS, reached(customer, ContactPoint.Kind.PHONE, except)));
    }

    /** What was proved only. */
    private static Optional<String> reached(Customer customer, ContactPoint.Kind kind, String except) {
        return customer.contactPoints().stream().filter(point -> point.kind() == kind && point.verified() && !point.address().equals(except)).map(ContactPoint::address)
                .filter(address -> kind != ContactPoint.Kind.PHONE || new PhoneNumber(address).mobile()).findFirst();
    }
}
