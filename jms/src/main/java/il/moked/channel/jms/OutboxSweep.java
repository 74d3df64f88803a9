// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms;

import il.moked.access.Role;
import il.moked.channel.ejb.ProviderWatch;
import il.moked.interaction.ejb.Delivery;
import il.moked.shared.jms.DatabaseOutage;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Every few seconds: messages whose time has come are handed over, messages whose sender died are settled as unknown. */
@Singleton
@Startup
@RunAs(Role.SYSTEM)
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class OutboxSweep {
    @Inject
    Delivery delivery;
    @Inject
    ProviderWatch watch;
    @Inject
    OutboundMessages messages;

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void sweep() {
        DatabaseOutage.tolerated("outbox", () -> {
            delivery.settleAbandoned();
            watch.tidy();
            delivery.due().forEach(messages::send);
        });
    }
}
