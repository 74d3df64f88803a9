// SPDX-License-Identifier: Apache-2.0
package il.moked.customer.ejb;

import il.moked.shared.DomainEvent;

/** A file said under which name another system knows a customer. */
public record CustomerNamed(long customerId, String source, String name) implements DomainEvent {
}
