// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.ejb;

import il.moked.access.Role;
import il.moked.access.StaffUser;
import il.moked.access.StaffUsers;
import il.moked.access.ejb.CurrentUser;
import il.moked.agent.Agent;
import il.moked.agent.Agents;
import il.moked.channel.Channel;
import il.moked.channel.ChannelAccount;
import il.moked.channel.ChannelAccounts;
import il.moked.customer.ejb.Identifying;
import il.moked.customer.ejb.Identifying.Identified;
import il.moked.customer.ejb.Identifying.Sender;
import il.moked.interaction.Call;
import il.moked.interaction.Calls;
import il.moked.interaction.CardNumbers;
import il.moked.interaction.Interaction;
import il.moked.interaction.Interactions;
import il.moked.interaction.InternalNote;
import il.moked.interaction.Reference;
import il.moked.interaction.TelephonyCommand;
import il.moked.interaction.TelephonyCommand.Kind;
import il.moked.shared.BusinessException;
import il.moked.shared.NationalId;
import il.moked.shared.NotFoundException;
import il.moked.shared.PhoneNumber;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What an agent does with a call. Each act asks the exchange and returns at once; what the exchange then tells changes the
 * call, and {@link CallChanged} pokes the screen. Only the owner of the conversation acts, or a supervisor.
 */
@Stateless
@RolesAllowed({Role.AGENT, Role.SUPERVISOR})
public class Telephoning {
    private static final int MOST_CALLS = 20;
    private static final int LONGEST_EXTENSION = 40;

    @Inject
    Calls calls;
    @Inject
    Interactions interactions;
    @Inject
    ChannelAccounts accounts;
    @Inject
    Agents agents;
    @Inject
    Identifying identifying;
    @Inject
    QueueTeams teams;
    @Inject
    StaffUsers users;
    @Inject
    CustomerTexts texts;
    @Inject
    Commanding commanding;
    @Inject
    CurrentUser currentUser;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    /**
     * A call as a screen shows it. Durations go on from {@code readAt} while it lasts.
     *
     * @param number of the customer, as people write it; null when withheld
     * @param maskedNationalId typed in the menu, or null
     * @param subject code chosen in the menu, or null
     * @param onHoldSince null when not on hold now @param onHold all the time on hold until {@code readAt}
     * @param outcome null while it lasts
     * @param asked what the exchange was asked and has not answered
     * @param failed what it was asked last and did not do, or null
     */
    public record CallView(long callId, long interactionId, Call.Direction direction, Call.State state, Call.Outcome outcome, String number, String dialled, String maskedNationalId, String subject, String language,
            Instant dialledAt, Instant queuedAt, Instant answeredAt, Duration waited, Instant onHoldSince, Duration onHold, Instant endedAt, Call.EndedBy endedBy, String extension,
            Call.Recording recording, Set<Kind> asked, Kind failed, Instant readAt) {
        /** Whether card data may be spoken: the exchange confirmed that it records nothing. */
        public boolean recordingPaused() {
            return recording == Call.Recording.PAUSED;
        }
    }

    /** The newest call of a conversation; empty when it has none. */
    public Optional<CallView> callOf(long interactionId) {
        return calls.newestOf(interactionId).map(this::view);
    }

    /** Calls of a conversation, newest first. */
    public List<CallView> callsOf(long interactionId) {
        return calls.of(interactionId, MOST_CALLS).stream().map(this::view).toList();
    }

    private CallView view(Call call) {
        Instant now = clock.instant();
        // who else listens is not told
        List<TelephonyCommand> commands = calls.commandsOf(call.id()).stream().filter(command -> command.kind() != Kind.LISTEN_IN).toList();
        Set<Kind> asked = EnumSet.noneOf(Kind.class);
        commands.stream().filter(command -> !command.settled()).forEach(command -> asked.add(command.kind()));
        TelephonyCommand last = commands.isEmpty() ? null : commands.get(commands.size() - 1);
        Kind failed = last != null && (last.state() == TelephonyCommand.State.FAILED || last.state() == TelephonyCommand.State.UNKNOWN) ? last.kind() : null;
        return new CallView(call.id(), call.interactionId(), call.direction(), call.state(), call.outcome().orElse(null), call.customerNumber().map(PhoneNumber::display).orElse(null), call.dialledNumber().orElse(null),
                call.nationalId().map(NationalId::masked).orElse(null), call.subject().orElse(null), call.language().orElse(null), call.dialledAt(), call.queuedAt().orElse(null), call.answeredAt().orElse(null), call.waited(now),
                call.onHoldSince().orElse(null), call.onHold(now), call.endedAt().orElse(null), call.endedBy().orElse(null), call.extension().orElse(null), call.recording(), Set.copyOf(asked), failed, now);
    }

    /** The waiting call is put through to the caller's own telephone. Accepting the offer does it already; this asks again. */
    public void answer(long interactionId) {
        StaffUser user = currentUser.get();
        Call call = own(interactionId, user);
        call.refuseIfEnded();
        if (call.answeredAt().isPresent() && !call.waitsAgain()) {
            return;
        }
        commanding.ask(call, Kind.ROUTE, extensionOf(user), user.userName());
    }

    public void hold(long interactionId) {
        StaffUser user = currentUser.get();
        Call call = own(interactionId, user);
        call.refuseUnlessTalking();
        commanding.ask(call, Kind.HOLD, null, user.userName());
    }

    public void resume(long interactionId) {
        StaffUser user = currentUser.get();
        Call call = own(interactionId, user);
        call.refuseUnlessTalking();
        commanding.ask(call, Kind.RESUME, null, user.userName());
    }

    /** To a colleague's telephone; the conversation becomes his when he answers. @throws BusinessException {@code telephony.no-extension} */
    public void transferToColleague(long interactionId, long userId) {
        StaffUser user = currentUser.get();
        Call call = own(interactionId, user);
        call.refuseUnlessTalking();
        String extension = agents.find(userId).flatMap(Agent::extension).orElseThrow(() -> new BusinessException("telephony.no-extension"));
        commanding.ask(call, Kind.TRANSFER, extension, user.userName());
    }

    /**
     * To whoever of a team is free next: the call waits with the exchange again, and when it does its conversation is in the
     * line of that team, as old as the call.
     *
     * @param context what they must know, becomes an internal note; or null
     * @throws BusinessException {@code telephony.no-line} when nothing waits for that team
     */
    public void transferToTeam(long interactionId, long teamId, String context) {
        StaffUser user = currentUser.get();
        Call call = own(interactionId, user);
        call.refuseUnlessTalking();
        if (!teams.serves(users.team(teamId).id())) {
            throw new BusinessException("telephony.no-line");
        }
        Long note = context == null || context.isBlank() ? null : note(interactionId, user, context);
        commanding.ask(call, Kind.QUEUE, Long.toString(teamId), user.userName(), note);
    }

    private Long note(long interactionId, StaffUser user, String context) {
        if (context.length() > Conversation.LONGEST_TEXT) {
            throw new BusinessException("interaction.too-long", Conversation.LONGEST_TEXT);
        }
        InternalNote note = new InternalNote(interactions.get(interactionId), user, CardNumbers.masked(context.strip()), null, clock.instant());
        interactions.add(note);
        return note.id();
    }

    /** The customer waits on hold while the caller speaks to a colleague; {@link #resume} takes him back, a transfer to the same colleague hands him over. */
    public void consult(long interactionId, long userId) {
        StaffUser user = currentUser.get();
        Call call = own(interactionId, user);
        call.refuseUnlessTalking();
        commanding.ask(call, Kind.CONSULT, agents.find(userId).flatMap(Agent::extension).orElseThrow(() -> new BusinessException("telephony.no-extension")), user.userName());
    }

    /** To an extension or a number outside. @throws BusinessException {@code telephony.number} */
    public void transferToNumber(long interactionId, String number) {
        StaffUser user = currentUser.get();
        Call call = own(interactionId, user);
        call.refuseUnlessTalking();
        commanding.ask(call, Kind.TRANSFER, dialable(number), user.userName());
    }

    public void hangUp(long interactionId) {
        StaffUser user = currentUser.get();
        Call call = own(interactionId, user);
        call.refuseIfEnded();
        commanding.ask(call, Kind.HANG_UP, null, user.userName());
    }

    /**
     * Calls a customer; the caller's telephone rings first. A conversation of its own, his.
     *
     * @return the conversation
     * @throws BusinessException {@code telephony.number}, {@code telephony.no-extension}, {@code telephony.no-account}
     */
    public long callOut(String number) {
        StaffUser user = currentUser.get();
        PhoneNumber dialled = PhoneNumber.parse(number).orElseThrow(() -> new BusinessException("telephony.number"));
        String extension = extensionOf(user);
        ChannelAccount account = accounts.usual(Channel.PHONE).orElseThrow(() -> new BusinessException("telephony.no-account"));
        Identified identified = identifying.identify(new Sender(null, null, dialled.value(), null), account.language());
        String language = identified.customer().language();
        Instant now = clock.instant();
        Interaction interaction = new Interaction(Reference.next(), identified.customer(), identified.how(), account, teams.teamOf(account.queueId()), texts.text("call-out", language), dialled.value(), language, now);
        interaction.ownedBy(user);
        interactions.add(interaction);
        interactions.flush();
        events.tell(new MessageReceived(interaction.id(), null, true, account.id(), account.queueId(), Channel.PHONE, identified.customer().segment(), identified.customer().id(), language, null, user.id(), null, now));
        events.tell(new OwnerTaken(interaction.id(), identified.customer().id(), user.id(), "interaction.called-out"));
        commanding.callOut(account.id(), interaction.id(), dialled.value(), extension, user.userName());
        return interaction.id();
    }

    /** Calls the customer of a conversation of the caller's: a number left, a caller who gave up, or anybody whose number is known. */
    public void callBack(long interactionId, String number) {
        StaffUser user = currentUser.get();
        Interaction interaction = interactions.getLocked(interactionId);
        refuseUnlessOwner(interaction, user);
        PhoneNumber dialled = PhoneNumber.parse(number).orElseThrow(() -> new BusinessException("telephony.number"));
        ChannelAccount own = accounts.get(interaction.accountId());
        ChannelAccount account = own.channel() == Channel.PHONE ? own : accounts.usual(Channel.PHONE).orElseThrow(() -> new BusinessException("telephony.no-account"));
        commanding.callOut(account.id(), interactionId, dialled.value(), extensionOf(user), user.userName());
    }

    /** Before card data is spoken. Nothing may be asked for until {@link CallView#recordingPaused()}. */
    public void pauseRecording(long interactionId) {
        StaffUser user = currentUser.get();
        Call call = own(interactionId, user);
        if (call.recording() == Call.Recording.PAUSED || call.recording() == Call.Recording.PAUSING) {
            return;
        }
        call.pauseRecording(clock.instant());
        commanding.ask(call, Kind.PAUSE_RECORDING, null, user.userName());
        changed(call, user);
    }

    /** After card data was spoken. Forgotten, it happens by itself after a while. */
    public void resumeRecording(long interactionId) {
        StaffUser user = currentUser.get();
        Call call = own(interactionId, user);
        if (call.recording() == Call.Recording.RUNNING || call.recording() == Call.Recording.RESUMING || call.endedAt().isPresent()) {
            return;
        }
        call.resumeRecording(clock.instant());
        commanding.ask(call, Kind.RESUME_RECORDING, null, user.userName());
        changed(call, user);
    }

    private void changed(Call call, StaffUser user) {
        events.tell(new CallChanged(call.interactionId(), call.id(), user.id()));
    }

    /** Where the caller's telephone rings; empty when he has none. */
    public Optional<String> extension() {
        return agents.find(currentUser.get().id()).flatMap(Agent::extension);
    }

    /**
     * The caller sits at another telephone today.
     *
     * @param number null or blank for none
     * @throws BusinessException {@code telephony.number}; {@code telephony.seat} when a colleague at work sits there
     */
    public void sitAt(String number) {
        if (number != null && !number.isBlank() && !number.strip().matches("[0-9A-Za-z._-]{1," + LONGEST_EXTENSION + "}")) {
            throw new BusinessException("telephony.number");
        }
        StaffUser user = currentUser.get();
        String wanted = number == null || number.isBlank() ? null : number.strip();
        if (wanted != null) {
            agents.at(wanted).filter(there -> !there.id().equals(user.id()) && there.online()).ifPresent(there -> {
                throw new BusinessException("telephony.seat", there.user().name(user.language()));
            });
        }
        Agent agent = agents.findLocked(user.id()).orElseThrow(() -> new NotFoundException("access.unknown-user"));
        String before = agent.extension().orElse(null);
        if (!Objects.equals(before, wanted)) {
            agent.sitsAt(wanted);
            events.tell(new SeatTaken(agent.id(), before, wanted));
        }
    }

    private Call own(long interactionId, StaffUser user) {
        Interaction interaction = interactions.getLocked(interactionId);
        if (!user.has(Role.SUPERVISOR)) {
            refuseUnlessOwner(interaction, user);
        }
        Call call = calls.newestOf(interactionId).orElseThrow(() -> new NotFoundException("telephony.no-call"));
        calls.lock(call);
        return call;
    }

    private static void refuseUnlessOwner(Interaction interaction, StaffUser user) {
        if (!interaction.ownedBy(user.id())) {
            throw new BusinessException("interaction.not-owner", interaction.owner().map(owner -> owner.name(user.language())).orElse("–"));
        }
    }

    private String extensionOf(StaffUser user) {
        return agents.find(user.id()).flatMap(Agent::extension).orElseThrow(() -> new BusinessException("telephony.no-extension"));
    }

    private static String dialable(String number) {
        String bare = number == null ? "" : number.replaceAll("[\\s()-]", "");
        if (!bare.matches("[+*#0-9]{2,20}")) {
            throw new BusinessException("telephony.number");
        }
        return PhoneNumber.parse(bare).filter(parsed -> bare.length() > 6).map(PhoneNumber::value).orElse(bare);
    }
}
