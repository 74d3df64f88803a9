// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.ejb;

import il.moked.channel.Channel;
import il.moked.interaction.Call;
import il.moked.interaction.Calls;
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
    @Inject
    Calls calls;

    void served(@Observes WorkServed event) {
        if (event.channel() != Channel.PHONE) {
            return;
        }
        WorkItem item = workItems.find(event.workItemId()).orElseThrow();
        if (item.kind() == WorkItem.Kind.CONTACT) {
            commanding.route(event.interactionId(), event.agentId());
        } else if (!talks(event.interactionId())) {
            item.callbackNumber().ifPresent(number -> commanding.callBack(event.interactionId(), event.agentId(), number));
        }
    }

    /** The exchange may tell late that a caller whom we took for gone was answered. */
    private boolean talks(long interactionId) {
        return calls.newestOf(interactionId).filter(call -> call.direction() == Call.Direction.INBOUND && call.answeredAt().isPresent()).isPresent();
    }
}
