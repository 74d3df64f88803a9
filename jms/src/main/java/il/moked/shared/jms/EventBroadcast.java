// SPDX-License-Identifier: Apache-2.0
package il.moked.shared.jms;

import il.moked.shared.DomainEvent;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.jms.Topic;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;

/**
 * Tells every node, after commit, that something happened, so that the node which holds the socket of whoever should
 * know can push. JSON: {@code type}, {@code interaction} (or absent) and {@code audience}. Ids only; the receiver reads
 * the rest with its own rights. A lost notice is repaired by the receivers' own re-reading.
 */
@ApplicationScoped
public class EventBroadcast {
    @Resource(lookup = Destinations.EVENTS)
    Topic events;
    @Inject
    Sending sending;

    void broadcast(@Observes(during = TransactionPhase.AFTER_SUCCESS) DomainEvent event) {
        if (event.audience().isEmpty()) {
            return;
        }
        JsonObjectBuilder json = Json.createObjectBuilder().add("type", event.getClass().getSimpleName()).add("audience", Json.createArrayBuilder(event.audience()));
        if (event.interactionId() != null) {
            json.add("interaction", event.interactionId());
        }
        String text = json.build().toString();
        sending.send(events, (context, producer) -> producer.send(events, text));
    }
}
