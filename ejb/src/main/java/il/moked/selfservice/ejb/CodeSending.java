// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice.ejb;

import il.moked.access.Role;
import il.moked.customer.ContactPoint;
import il.moked.selfservice.OneTimeCode;
import il.moked.selfservice.OneTimeCode.Asked;
import il.moked.selfservice.OneTimeCode.Purpose;
import il.moked.selfservice.Secret;
import il.moked.shared.BusinessException;
import il.moked.shared.EmailAddress;
import il.moked.shared.PhoneNumber;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * A code that is good once, by text message or mail. Whoever asks gets the same answer, after the same work, whether anybody has that
 * address or not: who has it is looked up after he was answered.
 */
@Stateless
@PermitAll
@RunAs(Role.SYSTEM)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CodeSending {
    @Inject
    CodeSteps steps;
    @Inject
    CodeLeaving leaving;

    /** The address a right code was sent to. @param customerId of whom it was known when it was asked for, or null */
    public record Proved(Purpose purpose, ContactPoint.Kind kind, String address, Long customerId) {
    }

    /**
     * Sends a code for signing in to whoever has that address, if anybody may sign in by it.
     *
     * @param address telephone number or mail address as typed @param language it is written in @param visitor from where it is asked for
     * @return what the asking browser keeps and nobody else sees; without it the code is worth nothing
     * @throws BusinessException {@code selfservice.code-address} when it is neither a mobile number nor a mail address, {@code selfservice.code-too-many}, {@code selfservice.code-country}, {@code selfservice.codes-paused}
     */
    public String ask(Purpose purpose, String address, String language, String visitor) {
        return begin(purpose, null, address, language, visitor);
    }

    /** Sends a code to a customer who is known, at an address of his or one he says is his. Returns and throws as {@link #ask}. */
    public String send(Purpose purpose, long customerId, String address, String language, String visitor) {
        return begin(purpose, customerId, address, language, visitor);
    }

    private String begin(Purpose purpose, Long customerId, String address, String language, String visitor) {
        Asked asked = reach(address).map(point -> new Asked(purpose, point.kind(), point.address(), customerId, "en".equals(language) ? "en" : "he", visitor)).orElseThrow(() -> new BusinessException("selfservice.code-address"));
        Secret handle = Secret.next();
        String digits = OneTimeCode.digits();
        leaving.leave(steps.begin(asked, handle, digits), digits);
        return handle.shown();
    }

    /** An address as it is compared. */
    record Reach(ContactPoint.Kind kind, String address) {
    }

    static Optional<Reach> reach(String typed) {
        Optional<Reach> phone = PhoneNumber.parse(typed).filter(PhoneNumber::mobile).map(number -> new Reach(ContactPoint.Kind.PHONE, number.value()));
        return phone.or(() -> EmailAddress.parse(typed).map(mail -> new Reach(ContactPoint.Kind.EMAIL, mail.value())));
    }

    /**
     * For all purposes but signing in, which {@link PortalSigningIn} does. The code is used with that.
     *
     * @param handle what {@link #ask} or {@link #send} returned @return empty when it is wrong, too old, tried too often or for something else: nobody is told which
     */
    public Optional<Proved> confirm(Purpose purpose, String handle, String digits) {
        return steps.confirm(purpose, new Secret(handle), digits);
    }
}
