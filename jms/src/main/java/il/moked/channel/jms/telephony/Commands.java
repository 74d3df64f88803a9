// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.telephony;

import il.moked.interaction.ejb.CommandQueued;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;

/** A command leaves as soon as it is committed. Not by the broker: it is of the moment, and only the server that holds the connection can carry it. */
@ApplicationScoped
public class Commands {
    @Inject
    CommandSending sending;

    void queued(@Observes(during = TransactionPhase.AFTER_SUCCESS) CommandQueued event) {
        sending.send(event.commandId());
    }
}
