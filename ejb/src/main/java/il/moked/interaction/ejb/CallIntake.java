// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.ejb;

import il.moked.access.StaffUser;
import il.moked.agent.Agent;
import il.moked.agent.Agents;
import il.moked.channel.ChannelAccount;
import il.moked.channel.ChannelAccounts;
import il.moked.customer.Customers;
import il.moked.customer.Identification;
import il.moked.customer.ejb.Identifying;
import il.moked.customer.ejb.Identifying.Identified;
import il.moked.customer.ejb.Identifying.Sender;
import il.moked.interaction.Call;
import il.moked.interaction.Calls;
import il.moked.interaction.Interaction;
import il.moked.interaction.InteractionEvent;
import il.moked.interaction.InteractionEvent.Kind;
import il.moked.interaction.Interactions;
import il.moked.interaction.Reference;
import il.moked.interaction.TelephonyCommand;
import il.moked.shared.DomainEvent;
import il.moked.shared.PhoneNumber;
import il.moked.shared.ShownText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.MissingResourceException;
import java.util.Optional;

/**
 * What an exchange tells of a call becomes part of it and of its conversation. The row takes the fact; what others must
 * hear follows from the row, so that order and repetition of what the exchange tells do not matter.
 */
@ApplicationScoped
class CallIntake {
    private static final int LONGEST_DETAIL = 80;
    /** The subject of the key by which a caller asks to be called back; it is not what he calls about. */
    private static final String CALL_BACK = "callback";
    /** Setting of an account whose callers are led by a menu of ours: its flow. */
    private static final String MENU_FLOW = "ivr";

    @Inject
    Calls calls;
    @Inject
    Interactions interactions;
    @Inject
    ChannelAccounts accounts;
    @Inject
    Customers customers;
    @Inject
    Identifying identifying;
    @Inject
    Agents agents;
    @Inject
    QueueTeams teams;
    @Inject
    GivingBack givingBack;
    @Inject
    CustomerTexts texts;
    @Inject
    Clock clock;

    /** @return the conversation of the call */
    Interaction take(long accountId, CallEvent event, List<DomainEvent> happened) {
        ChannelAccount account = accounts.get(accountId);
        Optional<Call> known = calls.find(accountId, event.call());
        Interaction interaction = known.map(call -> interactions.getLocked(call.interactionId())).orElse(null);
        Call call;
        if (interaction == null) {
            call = begin(account, event);
            interaction = interactions.get(call.interactionId());
        } else {
            call = known.get();
            calls.lock(call);
        }
        learn(account, call, interaction, event, known.isEmpty());
        if (known.isEmpty()) {
            note(interaction, Kind.CALL_STARTED, "", call.customerNumber().map(PhoneNumber::display).orElse(""), event.at());
        }
        boolean newVoice = happen(account, call, interaction, event);
        follow(account, call, interaction, newVoice, event.at(), happened);
        if (call.direction() == Call.Direction.INBOUND && account.setting(MENU_FLOW).isPresent()) {
            happened.add(new CallStepped(interaction.id(), call.id(), account.id(), event));
        }
        if (CALL_BACK.equals(chosen(account, event)) && call.answeredAt().isEmpty()) {
            happened.add(new CallBackAsked(interaction.id(), call.id(), call.callerNumber().map(PhoneNumber::value).orElse(null), event.at()));
        }
        happened.add(new CallChanged(interaction.id(), call.id(), interaction.owner().map(StaffUser::id).orElse(null)));
        return interaction;
    }

    /** The first thing told of a call, whatever it is, opens its conversation; a call we asked for belongs to the conversation it was asked in. */
    private Call begin(ChannelAccount account, CallEvent event) {
        Optional<TelephonyCommand> asked = Optional.ofNullable(event.command()).flatMap(calls::findCommand)
                .filter(command -> command.kind() == TelephonyCommand.Kind.CALL_OUT && command.accountId() == account.id()).filter(this::unclaimed);
        Call.Direction direction = asked.isPresent() ? Call.Direction.OUTBOUND : event.direction() == null ? Call.Direction.INBOUND : event.direction();
        Interaction interaction = asked.map(command -> interactions.get(command.interactionId())).orElseGet(() -> open(account, direction, event));
        Call call = new Call(account, event.call(), interaction.id(), direction, event.at());
        call.with(interaction.customerId());
        calls.add(call);
        asked.ifPresent(command -> {
            command.concerns(call);
            // it waits for nobody: whoever asked for it has it
            call.takePlaceInLine();
            call.from(event.caller(), event.dialled() == null ? command.target().orElse(null) : event.dialled());
        });
        return call;
    }

    /** Whether no other call is what was asked for; nobody else can say so meanwhile. */
    private boolean unclaimed(TelephonyCommand command) {
        interactions.getLocked(command.interactionId());
        calls.lock(command);
        return command.callId().isEmpty();
    }

    private Interaction open(ChannelAccount account, Call.Direction direction, CallEvent event) {
        String language = event.language() == null ? account.language() : event.language();
        String number = direction == Call.Direction.INBOUND ? event.caller() : event.dialled();
        Identified identified = identify(number, language);
        String replyAddress = PhoneNumber.parse(number).map(PhoneNumber::value).orElse(null);
        Interaction interaction = new Interaction(Reference.next(), identified.customer(), identified.how(), account, teams.teamOf(account.queueId()), topic(account, null, language), replyAddress, language, event.at());
        interactions.add(interaction);
        interactions.flush();
        return interaction;
    }

    private Identified identify(String number, String language) {
        boolean withheld = PhoneNumber.parse(number).isEmpty();
        return identifying.identify(new Sender(withheld ? texts.text("call-withheld", language) : null, null, number, null), language);
    }

    /** Who calls and about what; everything an event says of it, whatever its type. */
    private void learn(ChannelAccount account, Call call, Interaction interaction, CallEvent event, boolean first) {
        boolean callerKnown = call.from(event.caller(), event.dialled());
        boolean typed = call.typed(event.nationalId());
        String chosen = chosen(account, event);
        if (!CALL_BACK.equals(chosen)) {
            call.chose(event.key(), chosen, event.at());
        }
        call.speaks(event.language());
        call.recordedAt(event.recording());
        if (call.direction() == Call.Direction.OUTBOUND) {
            return;
        }
        String language = call.language().orElse(account.language());
        interaction.about(topic(account, call.subject().orElse(null), language), language);
        if (typed && call.nationalId().flatMap(customers::findByNationalId).isPresent()) {
            interaction.recognisedAs(call.nationalId().flatMap(customers::findByNationalId).get(), Identification.TYPED_ID);
        } else if (callerKnown && !first && call.nationalId().flatMap(customers::findByNationalId).isEmpty()) {
            Identified identified = identify(event.caller(), language);
            interaction.recognisedAs(identified.customer(), identified.how());
        }
        call.with(interaction.customerId());
    }

    /** What a key stands for. */
    private static String chosen(ChannelAccount account, CallEvent event) {
        return event.subject() != null || event.key() == null || event.type() == CallEvent.Type.DIGITS ? event.subject() : account.setting("menu." + event.key()).orElse(null);
    }

    /** The text of a subject: the account's own, the one we bring, or its code. */
    private String topic(ChannelAccount account, String subject, String language) {
        if (subject == null) {
            return texts.text("call", language);
        }
        return account.setting("subject." + subject + "." + language).orElseGet(() -> {
            try {
                return texts.text("call-" + subject, language);
            } catch (MissingResourceException own) {
                return subject;
            }
        });
    }

    /** @return whether somebody talks to him who did not before */
    private boolean happen(ChannelAccount account, Call call, Interaction interaction, CallEvent event) {
        Instant at = event.at();
        boolean newVoice = false;
        call.heard(at);
        switch (event.type()) {
            case OFFERED, RECORDED, DIGITS -> { }
            case MENU -> {
                // who asks to be called back wants an agent, even when he never waited on the line
                if (CALL_BACK.equals(chosen(account, event)) && call.queued(at)) {
                    note(interaction, Kind.CALL_QUEUED, "", null, at);
                }
            }
            case QUEUED -> {
                if (call.queued(at)) {
                    note(interaction, Kind.CALL_QUEUED, "", null, at);
                }
            }
            case ANSWERED -> {
                newVoice = call.answered(event.extension(), at);
                if (newVoice) {
                    note(interaction, Kind.CALL_ANSWERED, agentOf(call).map(agent -> agent.user().userName()).orElse(""), event.extension(), at);
                }
            }
            case HELD -> {
                if (call.held(at)) {
                    note(interaction, Kind.CALL_HELD, "", null, at);
                }
            }
            case RESUMED -> {
                if (call.resumed(at)) {
                    note(interaction, Kind.CALL_RESUMED, "", null, at);
                }
            }
            case TRANSFERRED -> note(interaction, Kind.CALL_TRANSFERRED, "", event.to() == null ? "" : event.to(), at);
            case ENDED -> call.ended(event.by() == null ? Call.EndedBy.EXCHANGE : event.by(), at);
        }
        return newVoice;
    }

    /** What follows from the call as it is known now. */
    private void follow(ChannelAccount account, Call call, Interaction interaction, boolean newVoice, Instant spoken, List<DomainEvent> happened) {
        Optional<Agent> agent = agentOf(call);
        boolean wanted = call.direction() == Call.Direction.INBOUND ? call.queuedAt().isPresent() || call.answeredAt().isPresent() : agent.isPresent();
        if (wanted && call.takePlaceInLine()) {
            if (!interaction.open()) {
                interaction.reopen(clock.instant());
            }
            Instant since = call.queuedAt().or(call::answeredAt).orElseThrow();
            interaction.callerWaits(since);
            happened.add(new MessageReceived(interaction.id(), null, true, account.id(), account.queueId(), interaction.channel(), interaction.customer().segment(), interaction.customer().id(), interaction.language(),
                    call.subject().orElse(null), null, null, since));
        }
        Long owner = interaction.owner().map(StaffUser::id).orElse(null);
        if (newVoice && agent.isPresent() && interaction.open() && !agent.get().id().equals(owner) && call.inLine()) {
            interaction.ownedBy(agent.get().user());
            happened.add(new OwnerTaken(interaction.id(), interaction.customer().id(), agent.get().id(), "interaction.call-answered"));
        }
        if (call.waitsAgain()) {
            calls.commandsOf(call.id()).stream().filter(command -> command.kind() == TelephonyCommand.Kind.QUEUE && !command.settled()).reduce((first, last) -> last).ifPresent(command -> {
                calls.lock(command);
                if (command.done(clock.instant())) {
                    givingBack.done(interaction, call, command);
                }
            });
        }
        call.answeredAt().ifPresent(at -> {
            if (newVoice) {
                happened.add(new CallConnected(interaction.id(), call.id(), agent.map(Agent::id).orElse(null), spoken));
            }
            if (call.tellAnswer()) {
                happened.add(new CallAnswered(interaction.id(), call.id(), agent.map(Agent::id).orElse(null), call.subject().orElse(null), call.dialledAt(), call.queuedAt().orElse(null), at));
            }
            if (!call.waitsAgain()) {
                interaction.callerWaitsNoLonger(at);
            }
        });
        call.endedAt().ifPresent(at -> ended(account, call, interaction, at, happened));
    }

    private void ended(ChannelAccount account, Call call, Interaction interaction, Instant at, List<DomainEvent> happened) {
        interaction.callerWaitsNoLonger(at);
        if (!call.tellOutcome()) {
            return;
        }
        Call.Outcome outcome = call.outcome().orElseThrow();
        happened.add(new CallEnded(interaction.id(), call.id(), call.direction(), outcome, interaction.owner().map(StaffUser::id).orElse(null), at));
        if (outcome == Call.Outcome.ABANDONED) {
            note(interaction, Kind.CALL_ABANDONED, "", clockTime(call.waited(at)), at);
            happened.add(new CallAbandoned(interaction.id(), call.id(), account.queueId(), interaction.customer().id(), interaction.customer().segment(), call.callerNumber().map(PhoneNumber::value).orElse(null), call.waited(at),
                    call.subject().orElse(null), call.dialledAt(), at));
            return;
        }
        note(interaction, Kind.CALL_ENDED, "", clockTime(Duration.between(call.answeredAt().orElse(call.dialledAt()), at)), at);
        if (outcome == Call.Outcome.LEFT_MENU && interaction.open()) {
            // nobody was wanted, so there is nothing to do: it stays on the card only
            interaction.close(null, null, at);
        }
    }

    private Optional<Agent> agentOf(Call call) {
        return call.extension().flatMap(agents::at);
    }

    private void note(Interaction interaction, Kind kind, String actor, String detail, Instant at) {
        interactions.add(new InteractionEvent(interaction, kind, actor, detail == null ? null : ShownText.line(detail, LONGEST_DETAIL), at));
    }

    /** Minutes and seconds, the same in every language. */
    private static String clockTime(Duration length) {
        Duration shown = length.isNegative() ? Duration.ZERO : length;
        return "%d:%02d".formatted(shown.toMinutes(), shown.toSecondsPart());
    }
}
