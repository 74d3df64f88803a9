// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.ejb;

import il.moked.access.ejb.Audited;
import il.moked.shared.DomainEvent;

/** A greeter's device takes numbers along. @param subjectId of the branch @param detail the first and the last */
public record NumbersReserved(Long subjectId, String detail) implements DomainEvent, Audited {
    @Override
    public String action() {
        return "branch.numbers-reserved";
    }

    @Override
    public String subject() {
        return "branch";
    }
}
