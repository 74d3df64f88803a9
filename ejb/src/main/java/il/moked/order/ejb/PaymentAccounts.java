// SPDX-License-Identifier: Apache-2.0
package il.moked.order.ejb;

import il.moked.order.PaymentAccount;
import il.moked.order.Payments;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;

/** Where card payments are taken, as a door needs to know it. */
@Stateless
@PermitAll
public class PaymentAccounts {
    @Inject
    Payments payments;

    /** Empty when there is no such account. */
    public Optional<String> driver(String code) {
        return payments.account(code).map(PaymentAccount::driver);
    }
}
