// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.ejb;

import il.moked.channel.Channel;
import il.moked.interaction.ejb.Commanding;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Whoever takes a waiting caller gets him on his telephone, in the transaction in which he took him. */
@ApplicationScoped
public class CallRouting {
    @Inject
    Commanding commanding;

    void served(@Observes WorkServed event) {
        if (event.channel() == Channel.PHONE) {
            commanding.route(event.interactionId(), event.agentId());
        }
    }
}
