// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.ejb;

import il.moked.access.ejb.Audited;
import il.moked.shared.DomainEvent;

/** Somebody listened to a call, or was about to. */
public record RecordingOpened(Long interactionId, long callId, int part, Long customerId) implements DomainEvent, Audited {
    @Override
    public String action() {
        return "telephony.recording-opened";
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
        return callId + " " + part;
    }
}
