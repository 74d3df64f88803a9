// SPDX-License-Identifier: Apache-2.0
package il.moked.order.ejb;

import il.moked.access.ejb.Audited;
import il.moked.shared.DomainEvent;

/** A file of purchases was handed in or read, or another system's customer became known. @param action {@code order.purchases-…} @param detail names and numbers of lines, no personal data */
public record PurchasesActed(Long subjectId, String action, String detail) implements DomainEvent, Audited {
    @Override
    public String subject() {
        return "purchase-import";
    }
}
