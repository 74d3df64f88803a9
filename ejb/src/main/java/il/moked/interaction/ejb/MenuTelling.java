// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.ejb;

import il.moked.interaction.Interaction;
import il.moked.interaction.InteractionEvent;
import il.moked.interaction.Interactions;
import il.moked.shared.DomainEvent;
import il.moked.shared.ShownText;
import il.moked.shared.ejb.DomainEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a menu of ours decides becomes part of the call exactly as if its exchange had told it, in the same transaction. */
@ApplicationScoped
public class MenuTelling {
    private static final int LONGEST_DETAIL = 400;

    @Inject
    CallIntake calls;
    @Inject
    Interactions interactions;
    @Inject
    DomainEvents events;

    public void tell(long accountId, CallEvent event) {
        List<DomainEvent> happened = new ArrayList<>();
        calls.take(accountId, event, happened);
        interactions.flush();
        happened.forEach(events::tell);
    }

    /** What the caller heard and pressed, for whoever takes the call. @param detail never a secret */
    public void note(Interaction interaction, InteractionEvent.Kind kind, String detail, Instant at) {
        interactions.add(new InteractionEvent(interaction, kind, "", detail == null ? null : ShownText.line(detail, LONGEST_DETAIL), at));
    }
}
