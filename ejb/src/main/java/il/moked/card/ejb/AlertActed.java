// SPDX-License-Identifier: Apache-2.0
package il.moked.card.ejb;

import il.moked.access.ejb.Audited;
import il.moked.customer.CustomerAlert;
import il.moked.shared.DomainEvent;

/** An alert was given, removed or brought back. @param action {@code card.alert-…} */
public record AlertActed(Long alertId, Long customerId, CustomerAlert.Severity severity, String action) implements DomainEvent, Audited {
    @Override
    public String subject() {
        return "customer-alert";
    }

    @Override
    public Long subjectId() {
        return alertId;
    }

    @Override
    public String detail() {
        return severity.name();
    }
}
