// SPDX-License-Identifier: Apache-2.0
package il.moked.agent.desk;

import il.moked.access.Role;
import il.moked.agent.ejb.DesksOpen;
import il.moked.shared.desk.DeskLog;
import il.moked.shared.desk.Sockets;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.EJBException;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Tells every few seconds who sits before the pages of this node, so that an agent whose browser is gone is missed. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@RunAs(Role.SYSTEM)
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class OpenDesks {
    @Inject
    Sockets sockets;
    @Inject
    DesksOpen desks;

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void tell() {
        try {
            desks.tell(sockets.users());
        } catch (EJBException failure) {
            // the next time comes in seconds
            DeskLog.LOG.desksNotTold(failure.toString());
        }
    }
}
