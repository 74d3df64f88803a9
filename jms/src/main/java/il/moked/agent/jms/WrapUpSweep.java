// SPDX-License-Identifier: Apache-2.0
package il.moked.agent.jms;

import il.moked.access.Role;
import il.moked.agent.ejb.WrapUpEnding;
import il.moked.shared.jms.DatabaseOutage;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** An agent whose browser is gone is ready again when his time is over, too. */
@Singleton
@Startup
@RunAs(Role.SYSTEM)
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class WrapUpSweep {
    @Inject
    WrapUpEnding ending;

    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
    void end() {
        DatabaseOutage.tolerated("wrap-up", () -> ending.endThoseOver());
    }
}
