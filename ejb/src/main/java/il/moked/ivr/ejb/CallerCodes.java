// SPDX-License-Identifier: Apache-2.0
package il.moked.ivr.ejb;

import il.moked.customer.ContactPoint;
import il.moked.customer.Customer;
import il.moked.selfservice.OneTimeCode.Purpose;
import il.moked.selfservice.ejb.CodeSending;
import il.moked.shared.BusinessException;
import il.moked.shared.PhoneNumber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jboss.logging.Logger;

/** The second thing a caller must have: a code goes to the mobile telephone or mailbox that is known of him, wherever he calls from. */
@ApplicationScoped
class CallerCodes {
    @Inject
    CodeSending codes;

    /** @param caller his number, or null @return what the walk keeps to compare the code with; empty when none was sent, which the caller is not told */
    Optional<String> send(Customer customer, String language, String caller) {
        Optional<String> address = customer.contactPoints().stream().filter(point -> point.kind() == ContactPoint.Kind.PHONE).map(ContactPoint::address).filter(number -> new PhoneNumber(number).mobile()).findFirst()
                .or(() -> customer.contactPoints().stream().filter(point -> point.kind() == ContactPoint.Kind.EMAIL).map(ContactPoint::address).findFirst());
        try {
            return address.map(to -> codes.send(Purpose.TELEPHONE, customer.id(), to, language, "tel " + (caller == null ? "" : caller)));
        } catch (BusinessException limited) {
            // too many were asked for: he hears the same as everybody, and no code is right
            return Optional.empty();
        }
    }

    boolean right(String handle, String digits, long customerId) {
        return codes.confirm(Purpose.TELEPHONE, handle, digits).filter(proved -> Long.valueOf(customerId).equals(proved.customerId())).isPresent();
    }
}
