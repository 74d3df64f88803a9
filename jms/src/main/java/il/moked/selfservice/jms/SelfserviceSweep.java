// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice.jms;

import il.moked.access.Role;
import il.moked.selfservice.ejb.OwnData;
import il.moked.selfservice.ejb.PortalSigningIn;
import il.moked.shared.ejb.CrossedLocks;
import il.moked.shared.jms.DatabaseOutage;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.EJBException;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Copies of customers' data that are to be made; codes, sessions and copies that are long over. Every node looks. */
@Singleton
@Startup
@RunAs(Role.SYSTEM)
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SelfserviceSweep {
    @Inject
    PortalSigningIn signingIn;
    @Inject
    OwnData data;

    /** Copies of their data customers asked for: each by itself, so that one that fails holds up no other. */
    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void copies() {
        DatabaseOutage.tolerated("data requests", () -> data.waiting().forEach(id -> {
            try {
                CrossedLocks.retried(() -> data.make(id));
            } catch (EJBException broken) {
                data.notMade(id);
                throw broken;
            }
        }));
    }

    @Schedule(hour = "*", minute = "25", second = "40", persistent = false)
    void forget() {
        DatabaseOutage.tolerated("portal sessions", () -> {
            CrossedLocks.retried(signingIn::forget);
            CrossedLocks.retried(data::forget);
        });
    }
}
