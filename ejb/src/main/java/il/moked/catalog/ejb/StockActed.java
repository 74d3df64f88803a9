// SPDX-License-Identifier: Apache-2.0
package il.moked.catalog.ejb;

import il.moked.access.ejb.Audited;
import il.moked.shared.DomainEvent;

/** Stock was held, sold, given free, or brought in. @param action {@code catalog.stock-…} @param subject {@code stock-reservation}, {@code product} or {@code stock-location} */
public record StockActed(String action, String subject, Long subjectId, Long customerId, String detail) implements DomainEvent, Audited {
}
