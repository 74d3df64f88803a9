// SPDX-License-Identifier: Apache-2.0
package il.moked.demo.ejb;

import il.moked.order.PaymentAccount;
import il.moked.order.Payments;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The demo's payment account; its provider is made up, too, and waits under {@code /lab/pay} of the demo's own portal. */
@ApplicationScoped
public class DemoPayments {
    /** Code of the account. */
    public static final String ACCOUNT = "card";

    @Inject
    Payments payments;
    @Inject
    DemoPortal portal;

    /** At each start: the account when it is not there yet, and where the portal is today. */
    void seed() {
        payments.account(ACCOUNT).ifPresentOrElse(this::meet, () -> payments.add(meet(new PaymentAccount(ACCOUNT, "stripe"))));
    }

    private PaymentAccount meet(PaymentAccount account) {
        return account.at(portal.url() + "/lab/pay/api", portal.url() + "/pay");
    }
}
