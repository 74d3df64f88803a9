// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.telephony.asterisk;

import il.moked.access.Role;
import il.moked.interaction.ejb.CallEvent;
import il.moked.interaction.ejb.Exchanging;
import il.moked.interaction.ejb.Exchanging.Lasting;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;

/** From the threads of the lines, which are nobody, to the port. */
@Stateless
@RunAs(Role.SYSTEM)
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class EventTelling {
    @Inject
    Exchanging exchanging;

    public void tell(String account, CallEvent event) {
        exchanging.told(account, event);
    }

    public List<Lasting> lasting(String account) {
        return exchanging.lasting(account);
    }
}
