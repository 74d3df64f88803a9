// SPDX-License-Identifier: Apache-2.0
package il.moked.ivr.ejb;

import il.moked.access.ejb.Audited;
import il.moked.ivr.MenuWalk;
import il.moked.shared.DomainEvent;

/** A caller came out of a menu. @param customerId who proved in it who he is, or null */
public record MenuLeft(Long interactionId, Long customerId, String flow, String node, MenuWalk.Outcome outcome) implements DomainEvent, Audited {
    @Override
    public String action() {
        return "ivr.left";
    }

    @Override
    public String subject() {
        return "interaction";
    }

    @Override
    public Long subjectId() {
        return interactionId;
    }

    @Override
    public String detail() {
        return flow + "/" + node + " " + outcome;
    }
}
