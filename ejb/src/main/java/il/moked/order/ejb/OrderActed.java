// SPDX-License-Identifier: Apache-2.0
package il.moked.order.ejb;

import il.moked.access.ejb.Audited;
import il.moked.shared.DomainEvent;
import java.util.List;

/** Something happened to an order or its payment; told at once to whoever sold it. @param action {@code order.…} @param detail numbers and amounts, or null */
public record OrderActed(Long orderId, Long customerId, Long interactionId, Long agentId, String action, String detail) implements DomainEvent, Audited {
    @Override
    public List<String> audience() {
        return agentId == null ? List.of() : List.of("agent:" + agentId);
    }

    @Override
    public String subject() {
        return "order";
    }

    @Override
    public Long subjectId() {
        return orderId;
    }
}
