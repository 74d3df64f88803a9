// SPDX-License-Identifier: Apache-2.0
package il.moked.casework.ejb;

import il.moked.access.ejb.Audited;
import il.moked.casework.SlaClock;
import il.moked.casework.SlaMetric;
import il.moked.shared.DomainEvent;
import java.time.Instant;
import java.util.List;

/** So much of the time of a case is over, or all of it. Told once for each. @param percent of the target; 100 for a breach @param due until when it was to be done */
public record ClockRang(Long subjectId, Long customerId, SlaMetric metric, int percent, Instant due, List<String> audience) implements DomainEvent, Audited {
    @Override
    public String action() {
        return percent == SlaClock.Signal.BREACH ? "casework.breached" : "casework.warned";
    }

    @Override
    public String subject() {
        return "case";
    }

    @Override
    public String detail() {
        return metric + " " + percent + "% " + due;
    }
}
