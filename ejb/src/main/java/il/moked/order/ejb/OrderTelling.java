// SPDX-License-Identifier: Apache-2.0
package il.moked.order.ejb;

import il.moked.order.SaleOrder;

/** What is told of an order: its ids, and nothing of itself. */
final class OrderTelling {
    private OrderTelling() {
    }

    static OrderActed of(SaleOrder order, String action, String detail) {
        return new OrderActed(order.id(), order.customerId(), order.interactionId().orElse(null), order.agentId().orElse(null), action, detail);
    }
}
