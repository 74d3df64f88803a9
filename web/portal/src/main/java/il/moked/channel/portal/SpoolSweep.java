// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.portal;

import il.moked.access.Role;
import il.moked.channel.ejb.Reception;
import il.moked.shared.BusinessException;
import il.moked.shared.portal.PortalLog;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.EJBException;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.UncheckedIOException;

/** Every few seconds: what came while the inside was away is handed in, in the order in which it came, and told as of the moment at which it came. */
@Singleton
@Startup
@RunAs(Role.SYSTEM)
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SpoolSweep {
    @Inject
    ContactSpool spool;
    @Inject
    Reception reception;

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void sweep() {
        try {
            spool.waiting().forEach(this::handIn);
        } catch (EJBException | UncheckedIOException stillAway) {
            PortalLog.LOG.contactsStillWait(stillAway.getMessage());
        }
    }

    /** First handed in, then deleted: between the two it may be handed in twice, which changes nothing. */
    private void handIn(String externalId) {
        spool.read(externalId).ifPresent(kept -> {
            try {
                reception.receiveLate(kept.thing(), kept.at());
                spool.taken(externalId);
                PortalLog.LOG.contactTakenIn(externalId);
            } catch (BusinessException refused) {
                spool.putAside(externalId);
            }
        });
    }
}
