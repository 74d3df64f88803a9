// SPDX-License-Identifier: Apache-2.0
package il.moked.customer.ejb;

import il.moked.access.ejb.Audited;
import il.moked.shared.DomainEvent;

/** A file of customers was handed in, checked, decided on or brought in. @param action {@code customer.import-…} @param detail names and numbers of lines, no personal data */
public record CustomerImportActed(Long subjectId, String action, String detail) implements DomainEvent, Audited {
    @Override
    public String subject() {
        return "customer-import";
    }
}
