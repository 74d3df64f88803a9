// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.telephony.asterisk;

import il.moked.access.Role;
import il.moked.interaction.ejb.Exchanging;
import il.moked.routing.ejb.ListenInAsked;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Asks the exchange to let a supervisor hear a call. Calls of other exchanges are none of its business. */
@Stateless
@RunAs(Role.SYSTEM)
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ListenInCarrying {
    @Inject
    Exchanging exchanging;
    @Inject
    AsteriskExchange exchange;

    @Asynchronous
    public void carry(ListenInAsked asked) {
        exchanging.hearing(asked.interactionId(), asked.supervisorId()).ifPresent(hearing -> exchange.hear(hearing, asked.workItemId() + "-" + asked.supervisorId(), asked.begins()));
    }
}
