// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.ejb;

import il.moked.interaction.Message.Delivery;
import il.moked.shared.DomainEvent;
import java.util.List;

/** What the customer got of a message changed. */
public record DeliveryChanged(Long interactionId, long messageId, Delivery delivery) implements DomainEvent {
    @Override
    public List<String> audience() {
        return List.of("interaction:" + interactionId);
    }
}
