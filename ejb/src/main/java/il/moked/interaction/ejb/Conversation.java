// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.ejb;

import il.moked.access.Role;
import il.moked.access.StaffUser;
import il.moked.access.StaffUsers;
import il.moked.access.Team;
import il.moked.access.ejb.CurrentUser;
import il.moked.channel.ChannelAccount;
import il.moked.channel.ChannelAccounts;
import il.moked.channel.OutboundMessage;
import il.moked.channel.Outbox;
import il.moked.customer.Customer;
import il.moked.interaction.Attachment;
import il.moked.interaction.CardNumbers;
import il.moked.interaction.Choices;
import il.moked.interaction.Consultation;
import il.moked.interaction.Consultations;
import il.moked.interaction.Draft;
import il.moked.interaction.Interaction;
import il.moked.interaction.InteractionEvent;
import il.moked.interaction.InteractionEvent.Kind;
import il.moked.interaction.Interactions;
import il.moked.interaction.InternalNote;
import il.moked.interaction.Message;
import il.moked.interaction.WrapUpReason;
import il.moked.shared.BusinessException;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What an agent does in a conversation. Only its owner writes to the customer and closes it; anybody may write an
 * internal note, and may take it over, which its owner sees. A colleague who was asked answers by a note.
 */
@Stateless
@RolesAllowed({Role.AGENT, Role.SUPERVISOR})
public class Conversation {
    /** Characters. */
    public static final int LONGEST_TEXT = 50_000;

    @Inject
    Interactions interactions;
    @Inject
    Consultations consultations;
    @Inject
    ChannelAccounts accounts;
    @Inject
    Outbox outbox;
    @Inject
    StaffUsers users;
    @Inject
    CurrentUser currentUser;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    /**
     * Sends the caller's draft to the customer. Sending the same composition again, from a second window or by a double
     * click, does nothing.
     *
     * @throws BusinessException {@code interaction.not-owner}, {@code interaction.closed}, {@code interaction.empty},
     *         {@code interaction.too-long}, {@code interaction.spoken} where nothing is written to the customer
     */
    public void reply(long interactionId, String composition, String text) {
        StaffUser author = currentUser.get();
        Interaction interaction = interactions.getLocked(interactionId);
        if (interactions.composed(composition)) {
            return;
        }
        if (interaction.channel().spoken()) {
            throw new BusinessException("interaction.spoken");
        }
        refuseUnlessOwner(interaction, author);
        Optional<Draft> draft = draftOf(composition, interactionId, author);
        List<Attachment> files = draft.map(own -> interactions.filesOfDraft(own.id())).orElse(List.of());
        String shown = Choices.written(checked(text, !files.isEmpty()));
        Instant now = clock.instant();
        Message message = Message.outbound(interaction, author.name(interaction.language()), author.id(), shown, composition, now);
        interactions.add(message);
        files.forEach(file -> file.of(message));
        draft.ifPresent(interactions::remove);
        send(interaction, message, now);
        events.tell(new ReplyWritten(interaction.id(), message.id(), interaction.channel(), interaction.customer().id()));
    }

    private void send(Interaction interaction, Message message, Instant now) {
        if (interaction.channel().live()) {
            return;
        }
        Optional<String> recipient = interaction.replyAddress();
        if (recipient.isEmpty()) {
            // A form without an e-mail address: the customer reads the answer under his reference on the site.
            message.delivery(Message.Delivery.ACCEPTED);
            return;
        }
        ChannelAccount account = accounts.get(interaction.accountId());
        OutboundMessage outbound = new OutboundMessage(message.id(), interaction.id(), account, recipient.get(), false, now);
        outbox.add(outbound);
        events.tell(new MessageQueued(outbound.id()));
    }

    public void note(long interactionId, String composition, String text) {
        StaffUser author = currentUser.get();
        Interaction interaction = interactions.getLocked(interactionId);
        if (interactions.composed(composition)) {
            return;
        }
        interactions.add(new InternalNote(interaction, author, checked(text, false), composition, clock.instant()));
        draftOf(composition, interactionId, author).ifPresent(draft -> {
            interactions.filesOfDraft(draft.id()).forEach(interactions::remove);
            interactions.remove(draft);
        });
        acted(interaction, "interaction.noted", true);
        for (Consultation asked : consultations.openOf(interactionId)) {
            if (asked.isWith(author.id())) {
                asked.end(Consultation.Outcome.ANSWERED, clock.instant());
                events.tell(new ColleagueAnswered(interactionId, interaction.customer().id(), asked.askedBy().id()));
            }
        }
    }

    /**
     * Asks a colleague; the conversation stays with its owner. The question becomes an internal note, and so does the answer.
     *
     * @throws BusinessException {@code interaction.no-question}, {@code interaction.cannot-be-asked}, {@code interaction.not-owner},
     *         {@code interaction.closed}
     */
    public void consult(long interactionId, long userId, String question) {
        StaffUser user = currentUser.get();
        StaffUser colleague = users.get(userId);
        Interaction interaction = interactions.getLocked(interactionId);
        refuseUnlessOwnerOrSupervisor(interaction, user);
        interaction.refuseIfClosed();
        if (!colleague.active() || colleague.team().isEmpty() || colleague.id().equals(user.id())) {
            throw new BusinessException("interaction.cannot-be-asked", colleague.name(user.language()));
        }
        InternalNote asked = explain(interaction, user, question).orElseThrow(() -> new BusinessException("interaction.no-question"));
        consultations.openOf(interactionId).stream().filter(earlier -> earlier.isWith(userId)).forEach(earlier -> earlier.end(Consultation.Outcome.WITHDRAWN, clock.instant()));
        consultations.add(new Consultation(interaction, user, colleague, asked, clock.instant()));
        record(interaction, Kind.CONSULTED, user, colleague.userName(), asked);
        events.tell(new ColleagueAsked(interactionId, interaction.customer().id(), userId));
    }

    public void close(long interactionId, String reasonCode, String note) {
        StaffUser user = currentUser.get();
        Interaction interaction = interactions.getLocked(interactionId);
        refuseUnlessOwner(interaction, user);
        WrapUpReason reason = interactions.wrapUpReason(reasonCode);
        interaction.close(reason, note, clock.instant());
        consultations.openOf(interactionId).forEach(asked -> asked.end(Consultation.Outcome.WITHDRAWN, clock.instant()));
        record(interaction, Kind.CLOSED, user, reason.code());
        events.tell(new InteractionClosed(interaction.id(), interaction.customer().id(), user.id(), reason.code()));
    }

    /** Undoes closing, or takes a closed conversation up again; the caller becomes its owner. */
    public void reopen(long interactionId) {
        StaffUser user = currentUser.get();
        Interaction interaction = interactions.getLocked(interactionId);
        interaction.reopen(clock.instant());
        interaction.ownedBy(user);
        record(interaction, Kind.REOPENED, user, null);
        events.tell(new OwnerTaken(interaction.id(), interaction.customer().id(), user.id(), "interaction.reopened"));
    }

    /** The caller takes it from its owner or out of the line. */
    public void takeOver(long interactionId) {
        StaffUser user = currentUser.get();
        Interaction interaction = interactions.getLocked(interactionId);
        if (interaction.ownedBy(user.id())) {
            return;
        }
        interaction.ownedBy(user);
        record(interaction, Kind.ACCEPTED, user, null);
        events.tell(new OwnerTaken(interaction.id(), interaction.customer().id(), user.id(), "interaction.taken-over"));
    }

    /** @param context what the colleague must know; becomes an internal note. Without it, what he was asked before tells him */
    public void handToColleague(long interactionId, long userId, String context) {
        StaffUser user = currentUser.get();
        StaffUser colleague = users.get(userId);
        Interaction interaction = interactions.getLocked(interactionId);
        refuseUnlessOwnerOrSupervisor(interaction, user);
        if (!colleague.active() || colleague.team().isEmpty()) {
            throw new BusinessException("interaction.cannot-take", colleague.userName());
        }
        InternalNote why = explain(interaction, user, context).or(() -> consultations.lastWith(interactionId, userId).map(Consultation::question)).orElse(null);
        consultations.openOf(interactionId).stream().filter(asked -> asked.isWith(userId)).forEach(asked -> asked.end(Consultation.Outcome.HANDED_OVER, clock.instant()));
        interaction.ownedBy(colleague);
        record(interaction, Kind.HANDED_OVER, user, colleague.userName(), why);
        events.tell(new OwnerTaken(interaction.id(), interaction.customer().id(), colleague.id(), "interaction.handed-over"));
    }

    public void handToTeam(long interactionId, long teamId, String context) {
        StaffUser user = currentUser.get();
        Team team = users.team(teamId);
        Interaction interaction = interactions.getLocked(interactionId);
        refuseUnlessOwnerOrSupervisor(interaction, user);
        InternalNote why = explain(interaction, user, context).orElse(null);
        interaction.giveToTeam(team.id());
        record(interaction, Kind.HANDED_OVER, user, team.code(), why);
        Instant since = interaction.waitingSince().orElseGet(clock::instant);
        events.tell(new HandedToTeam(interaction.id(), interaction.customer().id(), team.id(), interaction.customer().segment(), since));
    }

    /** The owner looked at the newest messages. */
    public void read(long interactionId) {
        StaffUser user = currentUser.get();
        Interaction interaction = interactions.getLocked(interactionId);
        if (interaction.ownedBy(user.id()) && interaction.unread() > 0) {
            interaction.read();
            if (interaction.channel().live()) {
                events.tell(new LinesRead(interactionId));
            }
        }
    }

    private Optional<InternalNote> explain(Interaction interaction, StaffUser user, String context) {
        if (context == null || context.isBlank()) {
            return Optional.empty();
        }
        InternalNote note = new InternalNote(interaction, user, checked(context, false), null, clock.instant());
        interactions.add(note);
        return Optional.of(note);
    }

    private Optional<Draft> draftOf(String composition, long interactionId, StaffUser author) {
        return interactions.draft(interactionId, author.id()).filter(draft -> draft.composition().equals(composition));
    }

    private static String checked(String text, boolean mayBeEmpty) {
        String shown = text == null ? "" : text.strip();
        if (shown.isEmpty() && !mayBeEmpty) {
            throw new BusinessException("interaction.empty");
        }
        if (shown.length() > LONGEST_TEXT) {
            throw new BusinessException("interaction.too-long", LONGEST_TEXT);
        }
        return CardNumbers.masked(shown);
    }

    private static void refuseUnlessOwner(Interaction interaction, StaffUser user) {
        interaction.refuseIfClosed();
        if (!interaction.ownedBy(user.id())) {
            throw new BusinessException("interaction.not-owner", interaction.owner().map(owner -> owner.name(user.language())).orElse("–"));
        }
    }

    private static void refuseUnlessOwnerOrSupervisor(Interaction interaction, StaffUser user) {
        if (!user.has(Role.SUPERVISOR)) {
            refuseUnlessOwner(interaction, user);
        }
    }

    private void record(Interaction interaction, Kind kind, StaffUser actor, String detail) {
        record(interaction, kind, actor, detail, null);
    }

    private void record(Interaction interaction, Kind kind, StaffUser actor, String detail, InternalNote why) {
        interactions.add(new InteractionEvent(interaction, kind, actor.userName(), detail, clock.instant()).explainedBy(why));
    }

    private void acted(Interaction interaction, String action, boolean changesIt) {
        Customer customer = interaction.customer();
        events.tell(new InteractionActed(interaction.id(), customer.id(), action, changesIt));
    }
}
