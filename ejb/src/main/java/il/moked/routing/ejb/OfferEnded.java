// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.ejb;

import il.moked.access.ejb.Audited;
import il.moked.shared.DomainEvent;
import java.util.List;

/** An offer was accepted, declined, missed or withdrawn. */
public record OfferEnded(long workItemId, Long interactionId, long agentId, String action) implements DomainEvent, Audited {
    public static final String ACCEPTED = "routing.offer-accepted";
    public static final String DECLINED = "routing.offer-declined";
    public static final String MISSED = "routing.offer-missed";
    public static final String TAKEN_BACK = "routing.offer-taken-back";
    public static final String WITHDRAWN = "routing.offer-withdrawn";

    @Override
    public List<String> audience() {
        return List.of("agent:" + agentId, "interaction:" + interactionId, "wall");
    }

    @Override
    public String subject() {
        return "work-item";
    }

    @Override
    public Long subjectId() {
        return workItemId;
    }
}
