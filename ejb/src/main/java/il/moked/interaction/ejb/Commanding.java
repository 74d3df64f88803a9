// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.ejb;

import il.moked.access.StaffUser;
import il.moked.agent.Agent;
import il.moked.agent.Agents;
import il.moked.channel.Channel;
import il.moked.channel.ChannelAccount;
import il.moked.channel.ChannelAccounts;
import il.moked.interaction.Call;
import il.moked.interaction.Calls;
import il.moked.interaction.Interaction;
import il.moked.interaction.InteractionEvent;
import il.moked.interaction.Interactions;
import il.moked.interaction.TelephonyCommand;
import il.moked.interaction.TelephonyCommand.Kind;
import il.moked.interaction.TelephonyCommand.Prompt;
import il.moked.shared.BusinessException;
import il.moked.shared.NotFoundException;
import il.moked.shared.ejb.DomainEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Writes down what exchanges are asked to do, in the transaction of whoever asks. Asking for what is asked for already does nothing. */
@ApplicationScoped
public class Commanding {
    /** Setting of an account whose exchange lets supervisors hear calls. */
    private static final String LISTEN_IN = "listen-in";

    @Inject
    Calls calls;
    @Inject
    Agents agents;
    @Inject
    Interactions interactions;
    @Inject
    ChannelAccounts accounts;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    /**
     * The waiting call of a conversation goes to an agent's telephone. Without a waiting call there is nothing to do;
     * without an extension it does not reach him ({@link CallNotRouted}).
     */
    public void route(long interactionId, long agentId) {
        calls.newestOf(interactionId).filter(call -> call.state() == Call.State.QUEUED || call.direction() == Call.Direction.INBOUND && call.state() == Call.State.OFFERED).ifPresent(call -> {
            Agent agent = agents.find(agentId).orElse(null);
            if (agent == null || agent.extension().isEmpty()) {
                events.tell(new CallNotRouted(interactionId, null, false));
            } else {
                ask(call, Kind.ROUTE, agent.extension().get(), agent.user().userName());
            }
        });
    }

    /**
     * A supervisor hears the call of a conversation on his own telephone; nobody who speaks is told.
     *
     * @return the agent who is heard
     * @throws BusinessException {@code telephony.ended}, {@code telephony.not-answered}, {@code telephony.no-listening} where the exchange cannot do it, {@code telephony.no-extension}
     */
    public Optional<Long> listenIn(long interactionId, StaffUser supervisor) {
        Interaction interaction = interactions.getLocked(interactionId);
        Call call = calls.newestOf(interactionId).orElseThrow(() -> new NotFoundException("telephony.no-call"));
        calls.lock(call);
        call.refuseUnlessTalking();
        if (!accounts.get(call.accountId()).setting(LISTEN_IN).filter(Boolean::parseBoolean).isPresent()) {
            throw new BusinessException("telephony.no-listening");
        }
        ask(call, Kind.LISTEN_IN, agents.find(supervisor.id()).flatMap(Agent::extension).orElseThrow(() -> new BusinessException("telephony.no-extension")), supervisor.userName());
        return interaction.owner().map(StaffUser::id);
    }

    void ask(Call call, Kind kind, String target, String by) {
        ask(call, kind, target, by, null);
    }

    /** @param note that whoever gets the call next must know, or null */
    void ask(Call call, Kind kind, String target, String by, Long note) {
        Instant now = clock.instant();
        List<TelephonyCommand> before = calls.commandsOf(call.id()).stream().filter(command -> command.kind() == kind).toList();
        if (before.stream().noneMatch(command -> standing(command, now) && Objects.equals(command.target().orElse(null), target))) {
            add(TelephonyCommand.to(call, kind, before.size(), target, by, now).explainedBy(note));
        }
    }

    /** An announcement to a caller: a code the exchange knows, or words it speaks. */
    public void announce(long interactionId, String announcement, String language, String by) {
        calls.newestOf(interactionId).filter(call -> call.endedAt().isEmpty()).ifPresent(call -> {
            int ordinal = (int) calls.commandsOf(call.id()).stream().filter(command -> command.kind() == Kind.ANNOUNCE).count();
            add(TelephonyCommand.announce(call, ordinal, announcement, language, by, clock.instant()));
        });
    }

    /**
     * A caller in a menu hears words and presses keys, is recorded ({@code RECORD}), or leaves the menu.
     *
     * @return id of the command, which what he presses refers to
     */
    public long ask(Call call, Kind kind, Prompt prompt) {
        int ordinal = (int) calls.commandsOf(call.id()).stream().filter(command -> command.kind() == kind).count();
        TelephonyCommand command = TelephonyCommand.prompt(call, kind, ordinal, prompt, clock.instant());
        add(command);
        return command.id();
    }

    /** The call leaves its menu: it waits for an agent, or ends. */
    public void leaveMenu(Call call, boolean waits) {
        ask(call, waits ? Kind.LINE_UP : Kind.HANG_UP, null, "");
    }

    /** A customer who waits to be called gets his call: the agent's telephone rings first. Without an extension or a line the conversation says so. */
    public void callBack(long interactionId, long agentId, String number) {
        Interaction interaction = interactions.get(interactionId);
        Agent agent = agents.find(agentId).orElse(null);
        ChannelAccount line = lineOf(interaction);
        if (agent == null || agent.extension().isEmpty() || line == null) {
            if (line == null) {
                interactions.add(new InteractionEvent(interaction, InteractionEvent.Kind.CALL_UNROUTED, agent == null ? "" : agent.user().userName(), null, clock.instant()));
            } else {
                events.tell(new CallNotRouted(interactionId, null, false));
            }
        } else {
            callOut(line.id(), interactionId, number, agent.extension().get(), agent.user().userName());
        }
    }

    /** The account the customer called, else the first. */
    private ChannelAccount lineOf(Interaction interaction) {
        ChannelAccount own = accounts.get(interaction.accountId());
        return own.channel() == Channel.PHONE ? own : accounts.usual(Channel.PHONE).orElse(null);
    }

    /** Whether anybody is on the telephone with the customer of a conversation, or about to be. */
    public boolean dials(long interactionId) {
        Instant now = clock.instant();
        return calls.newestOf(interactionId).filter(call -> call.endedAt().isEmpty()).isPresent() || calls.commandsIn(interactionId).stream().anyMatch(command -> command.kind() == Kind.CALL_OUT && command.callId().isEmpty() && standing(command, now));
    }

    void callOut(long accountId, long interactionId, String number, String extension, String by) {
        Instant now = clock.instant();
        List<TelephonyCommand> before = calls.commandsIn(interactionId).stream().filter(command -> command.kind() == Kind.CALL_OUT).toList();
        if (before.stream().noneMatch(command -> standing(command, now))) {
            add(TelephonyCommand.callOut(accountId, interactionId, before.size(), number, extension, by, now));
        }
    }

    /** Nobody is called any more for what is closed, unless the exchange has begun. */
    void closed(@Observes InteractionClosed event) {
        calls.commandsIn(event.interactionId()).stream().filter(command -> command.kind() == Kind.CALL_OUT && !command.settled()).forEach(command -> {
            calls.lock(command);
            if (command.state() == TelephonyCommand.State.PENDING) {
                command.failed("closed", clock.instant());
            }
        });
    }

    private static boolean standing(TelephonyCommand command, Instant now) {
        return !command.settled() && now.isBefore(command.expiresAt());
    }

    private void add(TelephonyCommand command) {
        calls.add(command);
        events.tell(new CommandQueued(command.id(), command.accountId()));
    }
}
