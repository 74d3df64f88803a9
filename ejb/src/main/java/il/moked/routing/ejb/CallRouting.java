// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.ejb;

import il.moked.interaction.ejb.Commanding;
import il.moked.routing.WorkItem;
import il.moked.routing.WorkItems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Whoever takes a waiting caller gets him on his telephone, in the transaction in which he took him; who is to be called is called. */
@ApplicationScoped
public class CallRouting {
    @Inject
    Commanding commanding;
    @Inject
    WorkItems workItems;

    void taken(@Observes WorkTaken event) {
        WorkItem item = workItems.find(event.workItemId()).orElseThrow();
        if (!item.connecting()) {
            return;
        }
        if (item.kind() == WorkItem.Kind.CONTACT) {
            commanding.route(event.interactionId(), event.agentId());
        } else {
            item.callbackNumber().ifPresent(number -> commanding.callBack(event.interactionId(), event.agentId(), number));
        }
    }
}
