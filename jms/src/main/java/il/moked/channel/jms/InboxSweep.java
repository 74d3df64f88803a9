// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms;

import il.moked.access.Role;
import il.moked.channel.ejb.Relay;
import il.moked.shared.jms.DatabaseOutage;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Every few seconds: what the broker lost is handed to it again. Runs on every node; rows are taken under lock. */
@Singleton
@Startup
@RunAs(Role.SYSTEM)
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class InboxSweep {
    @Inject
    Relay relay;
    @Inject
    InboundMessages messages;

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void sweep() {
        DatabaseOutage.tolerated("inbox", () -> messages.sweep(relay));
    }
}
