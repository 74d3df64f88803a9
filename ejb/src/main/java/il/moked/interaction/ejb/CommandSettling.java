// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.ejb;

import il.moked.access.StaffUser;
import il.moked.access.StaffUsers;
import il.moked.interaction.Call;
import il.moked.interaction.Calls;
import il.moked.interaction.Interaction;
import il.moked.interaction.InteractionEvent;
import il.moked.interaction.Interactions;
import il.moked.interaction.TelephonyCommand;
import il.moked.interaction.TelephonyCommand.Kind;
import il.moked.interaction.TelephonyCommand.State;
import il.moked.shared.ejb.DomainEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.function.BiPredicate;

/** What became of a command, on the command, on its call, and before whoever asked for it. */
@ApplicationScoped
class CommandSettling {
    @Inject
    Calls calls;
    @Inject
    Interactions interactions;
    @Inject
    StaffUsers users;
    @Inject
    Commanding commanding;
    @Inject
    GivingBack givingBack;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    /** @param step settles the command; nothing more happens when it says that it was settled before */
    void settle(long commandId, BiPredicate<TelephonyCommand, Instant> step) {
        TelephonyCommand command = calls.findCommand(commandId).orElse(null);
        if (command == null) {
            return;
        }
        Instant now = clock.instant();
        // the order in which everybody locks: conversation, call, command
        Interaction interaction = interactions.getLocked(command.interactionId());
        Call call = command.callId().map(calls::get).orElse(null);
        if (call != null) {
            calls.lock(call);
        }
        calls.lock(command);
        if (!step.test(command, now)) {
            return;
        }
        boolean done = command.state() == State.SENT;
        if (command.kind() == Kind.ROUTE && command.state() == State.FAILED) {
            events.tell(new CallNotRouted(interaction.id(), command.target().orElse(null), command.untaken()));
        }
        if (done && command.kind() == Kind.QUEUE) {
            givingBack.done(interaction, call, command);
        }
        if (call != null) {
            recording(command, call, done, now);
        }
        if (done && command.kind() == Kind.PAUSE_RECORDING) {
            note(interaction, InteractionEvent.Kind.RECORDING_PAUSED, command, now);
        } else if (done && command.kind() == Kind.RESUME_RECORDING) {
            note(interaction, InteractionEvent.Kind.RECORDING_RESUMED, command, now);
        } else if (command.kind() == Kind.LISTEN_IN) {
            listening(command, done);
            return;
        } else if (!done) {
            note(interaction, InteractionEvent.Kind.CALL_NOT_DONE, command, now);
        }
        events.tell(new CallChanged(interaction.id(), call == null ? 0 : call.id(), interaction.owner().map(StaffUser::id).orElse(null)));
    }

    /** Only who wanted to listen is told, and only that he cannot. */
    private void listening(TelephonyCommand command, boolean done) {
        if (!done) {
            users.findByName(command.requestedBy()).ifPresent(supervisor -> events.tell(new ListeningFailed(command.interactionId(), supervisor.id())));
        }
    }

    private void recording(TelephonyCommand command, Call call, boolean done, Instant now) {
        if (command.kind() != Kind.PAUSE_RECORDING && command.kind() != Kind.RESUME_RECORDING) {
            return;
        }
        if (command.kind() == Kind.PAUSE_RECORDING && command.state() == State.UNKNOWN && call.endedAt().isEmpty()) {
            // it may have stopped recording, or may stop yet: only asking it to go on makes sure that it records
            call.resumeRecording(now);
            commanding.ask(call, Kind.RESUME_RECORDING, null, "");
        } else if (!done) {
            call.recordingUnchanged(now);
        } else if (command.kind() == Kind.PAUSE_RECORDING) {
            call.recordingPaused(now);
        } else {
            call.recordingResumed(now);
        }
    }

    private void note(Interaction interaction, InteractionEvent.Kind kind, TelephonyCommand command, Instant now) {
        interactions.add(new InteractionEvent(interaction, kind, command.requestedBy(), command.kind().name(), now));
    }
}
