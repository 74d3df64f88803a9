// SPDX-License-Identifier: Apache-2.0
package il.moked.order.jms;

import il.moked.access.Role;
import il.moked.order.ejb.OrderWatch;
import il.moked.order.ejb.PaymentErrands;
import il.moked.shared.BusinessException;
import il.moked.shared.jms.DatabaseOutage;
import il.moked.shared.jms.MessagingLog;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.EJBException;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Consumer;

/** Every second or two: providers are asked what they are to be asked, and orders that nobody paid are ended. */
@Singleton
@Startup
@RunAs(Role.SYSTEM)
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PaymentSweep {
    @Inject
    PaymentErrands errands;
    @Inject
    PaymentSending sending;
    @Inject
    OrderWatch watch;

    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
    void sweep() {
        DatabaseOutage.tolerated("payments", () -> {
            each("payment", errands.due(), sending::payment);
            each("refund", errands.refundsDue(), sending::refund);
            each("order", watch.unpaid(), watch::lapse);
        });
    }

    /** One that fails keeps no other from being done. */
    private static void each(String what, List<Long> ids, Consumer<Long> step) {
        for (Long id : ids) {
            try {
                step.accept(id);
            } catch (EJBException | BusinessException failure) {
                if (DatabaseOutage.caused(failure)) {
                    throw failure;
                }
                MessagingLog.LOG.notMended(what + " " + id, String.valueOf(failure.getMessage()));
            }
        }
    }
}
