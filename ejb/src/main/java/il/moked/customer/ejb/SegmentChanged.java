// SPDX-License-Identifier: Apache-2.0
package il.moked.customer.ejb;

import il.moked.access.ejb.Audited;
import il.moked.customer.Segment;
import il.moked.customer.SegmentRules;
import il.moked.shared.DomainEvent;

/** A customer is of another segment from now on; what waits already keeps the place it has. */
public record SegmentChanged(Long customerId, Segment before, SegmentRules.Choice choice) implements DomainEvent, Audited {
    @Override
    public String action() {
        return "customer.segment-changed";
    }

    @Override
    public String subject() {
        return "customer";
    }

    @Override
    public Long subjectId() {
        return customerId;
    }

    @Override
    public String detail() {
        return before + " > " + choice.segment() + (choice.rule() == null ? "" : " " + choice.rule()) + " (" + choice.version() + ")";
    }
}
