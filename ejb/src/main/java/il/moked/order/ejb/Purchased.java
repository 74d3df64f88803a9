// SPDX-License-Identifier: Apache-2.0
package il.moked.order.ejb;

import il.moked.shared.DomainEvent;

/** Something came into the ledger of what a customer bought or gave back. */
public record Purchased(long customerId) implements DomainEvent {
}
