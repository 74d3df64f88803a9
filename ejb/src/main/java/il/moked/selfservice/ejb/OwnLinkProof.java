// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice.ejb;

import il.moked.access.Role;
import il.moked.selfservice.OneTimeCode.Purpose;
import il.moked.selfservice.ejb.OwnLink.Held;
import il.moked.selfservice.ejb.OwnLink.Target;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;

/** Whoever holds a link proves himself by a code. It goes to the address that was set when the link was sent, never to one he names. */
@Stateless
@PermitAll
@RunAs(Role.SYSTEM)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class OwnLinkProof {
    @Inject
    OwnLink own;
    @Inject
    CodeSending codes;

    /** @return what his browser keeps until he typed it @throws il.moked.shared.BusinessException as {@link CodeSending#send} and {@link OwnLink#target} */
    public String ask(Held held, String language, String visitor) {
        Target target = own.target(held);
        return codes.send(Purpose.SECURE_LINK, target.customerId(), target.address(), language, visitor);
    }

    /** @param handle what {@link #ask} returned @return what his browser keeps from now on; empty when the code is wrong or over */
    public Optional<String> prove(Held held, String handle, String typed) {
        Target target = own.target(held);
        return codes.confirm(Purpose.SECURE_LINK, handle, typed).filter(proved -> target.address().equals(proved.address()) && Long.valueOf(target.customerId()).equals(proved.customerId())).map(proved -> own.proved(held));
    }
}
