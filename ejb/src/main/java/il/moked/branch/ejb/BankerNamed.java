// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.ejb;

import il.moked.access.ejb.Audited;
import il.moked.shared.DomainEvent;

/** A customer has a relationship banker, another one, or none any more. @param detail user name, or null */
public record BankerNamed(Long customerId, String detail) implements DomainEvent, Audited {
    @Override
    public String action() {
        return detail == null ? "branch.banker-removed" : "branch.banker-named";
    }

    @Override
    public String subject() {
        return "customer";
    }

    @Override
    public Long subjectId() {
        return customerId;
    }
}
