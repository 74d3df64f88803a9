// SPDX-License-Identifier: Apache-2.0
package il.moked.shared.jms;

import il.moked.shared.DomainEvent;
import il.moked.shared.OneJson;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.jms.Topic;
import jakarta.json.JsonObjectBuilder;

/**
 * Tells every node, after commit, that something happened, so that the node which holds the socket of whoever should
 * know can push. JSON: {@code type}, {@code interaction} (or absent) and {@code audience}. Ids only; the receiver reads
 * the rest with its own rights. A lost notice is repaired by the receivers' own re-reading.
 */
@ApplicationScoped
public class EventBroadcast {
    /** Message property: whether it may concern somebody who is not of the staff; the portal listens to no other. */
    static final String FOR_CUSTOMERS = "forCustomers";

    @Resource(lookup = Destinations.EVENTS)
    Topic events;
    @Inject
    Sending sending;

    void broadcast(@Observes(during = TransactionPhase.AFTER_SUCCESS) DomainEvent event) {
        if (event.audience().isEmpty()) {
            return;
        }
        JsonObjectBuilder json = OneJson.PROVIDER.createObjectBuilder().add("type", event.getClass().getSimpleName()).add("audience", OneJson.PROVIDER.createArrayBuilder(event.audience()));
        if (event.interactionId() != null) {
            json.add("interaction", event.interactionId());
        }
        String text = json.build().toString();
        boolean forCustomers = event.audience().stream().anyMatch(who -> !who.startsWith("agent:") && !who.startsWith("team:"));
        sending.send(events, (context, producer) -> producer.setProperty(FOR_CUSTOMERS, forCustomers).send(events, text));
    }
}
