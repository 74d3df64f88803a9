// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.telephony;

import il.moked.access.Role;
import il.moked.interaction.ejb.CommandDelivery;
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

/** Every second or two: commands that were left lying leave, those that are worth nothing any more are settled, and recordings that were paused and forgotten go on. */
@Singleton
@Startup
@RunAs(Role.SYSTEM)
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CommandSweep {
    @Inject
    CommandDelivery delivery;
    @Inject
    CommandSending sending;

    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
    void sweep() {
        DatabaseOutage.tolerated("telephony", () -> {
            delivery.pending(sending.drivers()).forEach(sending::send);
            each(delivery.expired(), delivery::expire);
            each(delivery.forgotten(), delivery::resumeForgotten);
        });
    }

    /** One that fails keeps no other from being done. */
    private static void each(List<Long> ids, Consumer<Long> step) {
        for (Long id : ids) {
            try {
                step.accept(id);
            } catch (EJBException failure) {
                if (DatabaseOutage.caused(failure)) {
                    throw failure;
                }
                MessagingLog.LOG.commandNotCarried(id, String.valueOf(failure.getMessage()));
            }
        }
    }
}
