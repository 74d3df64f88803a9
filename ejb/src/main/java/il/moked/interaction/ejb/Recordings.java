// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.ejb;

import il.moked.access.Role;
import il.moked.access.StaffUser;
import il.moked.access.ejb.CurrentUser;
import il.moked.interaction.Call;
import il.moked.interaction.Calls;
import il.moked.interaction.Interaction;
import il.moked.interaction.Interactions;
import il.moked.shared.NotFoundException;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Recordings of calls, which lie at the exchange. Whose conversation it is hears them, and a supervisor; each time is written to the audit. */
@Stateless
@RolesAllowed({Role.AGENT, Role.SUPERVISOR})
public class Recordings {
    private static final int MOST_CALLS = 20;

    @Inject
    Calls calls;
    @Inject
    Interactions interactions;
    @Inject
    CurrentUser currentUser;
    @Inject
    DomainEvents events;

    /** @param part of the call, from 1 */
    public record Recorded(long callId, int part, Instant at) {
    }

    /** Newest call first; empty also for whoever may not hear them. */
    public List<Recorded> of(long interactionId) {
        if (!mayHear(interactions.get(interactionId))) {
            return List.of();
        }
        List<Recorded> all = new ArrayList<>();
        for (Call call : calls.of(interactionId, MOST_CALLS)) {
            for (int part = 1; part <= call.recordingLinks().size(); part++) {
                all.add(new Recorded(call.id(), part, call.answeredAt().orElse(call.dialledAt())));
            }
        }
        return all;
    }

    /** @return where it lies @throws NotFoundException {@code telephony.no-recording}, also for whoever may not hear it */
    public String open(long callId, int part) {
        Call call = calls.get(callId);
        Interaction interaction = interactions.get(call.interactionId());
        if (!mayHear(interaction) || part < 1 || part > call.recordingLinks().size()) {
            throw new NotFoundException("telephony.no-recording");
        }
        events.tell(new RecordingOpened(interaction.id(), callId, part, interaction.customer().id()));
        return call.recordingLinks().get(part - 1);
    }

    private boolean mayHear(Interaction interaction) {
        StaffUser user = currentUser.get();
        return user.has(Role.SUPERVISOR) || interaction.ownedBy(user.id());
    }
}
