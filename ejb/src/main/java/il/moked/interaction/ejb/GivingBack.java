// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.ejb;

import il.moked.access.StaffUsers;
import il.moked.access.Team;
import il.moked.interaction.Call;
import il.moked.interaction.Interaction;
import il.moked.interaction.InteractionEvent;
import il.moked.interaction.InternalNote;
import il.moked.interaction.Interactions;
import il.moked.interaction.TelephonyCommand;
import il.moked.shared.ejb.DomainEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/** An answered call that goes to a team: once the exchange has it among those who wait, its conversation is in the line of that team, as old as the call. */
@ApplicationScoped
class GivingBack {
    @Inject
    Interactions interactions;
    @Inject
    StaffUsers users;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    /** All are locked. @param command a QUEUE that was carried out */
    void done(Interaction interaction, Call call, TelephonyCommand command) {
        if (call == null || call.endedAt().isPresent() || !interaction.open()) {
            return;
        }
        call.putBack();
        Team team = users.team(Long.parseLong(command.target().orElseThrow()));
        InternalNote why = command.noteId().map(interactions::note).orElse(null);
        interaction.giveToTeam(team.id());
        interaction.callerWaits(call.dialledAt());
        interactions.add(new InteractionEvent(interaction, InteractionEvent.Kind.HANDED_OVER, command.requestedBy(), team.code(), clock.instant()).explainedBy(why));
        events.tell(new HandedToTeam(interaction.id(), interaction.customer().id(), team.id(), interaction.customer().segment(), call.dialledAt()));
    }
}
