// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.ejb;

import il.moked.access.Role;
import il.moked.access.StaffUser;
import il.moked.access.ejb.CurrentUser;
import il.moked.channel.ChannelAccounts;
import il.moked.channel.Inbox;
import il.moked.interaction.Attachment;
import il.moked.interaction.AttachmentLine;
import il.moked.interaction.AwaitedFile;
import il.moked.interaction.AwaitedFiles;
import il.moked.interaction.ComposerNotice;
import il.moked.interaction.Consultation;
import il.moked.interaction.Consultations;
import il.moked.interaction.Interaction;
import il.moked.interaction.InteractionEvent;
import il.moked.interaction.InteractionLine;
import il.moked.interaction.Interactions;
import il.moked.interaction.InternalNote;
import il.moked.interaction.Message;
import il.moked.interaction.QuickReply;
import il.moked.interaction.WrapUpReason;
import il.moked.shared.NotFoundException;
import il.moked.shared.Page;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the screens show of conversations. Opening one is written to the audit. */
@Stateless
@RolesAllowed({Role.AGENT, Role.SUPERVISOR})
public class ConversationReading {
    private static final int MESSAGES_A_PAGE = 30;
    private static final int MOST_OPEN = 100;
    /** Screens say twice in this time that they are still looking. */
    private static final Duration VIEWING = Duration.ofSeconds(40);

    @Inject
    Interactions interactions;
    @Inject
    AwaitedFiles awaited;
    @Inject
    Consultations consultations;
    @Inject
    ChannelAccounts accounts;
    @Inject
    Inbox inbox;
    @Inject
    CurrentUser currentUser;
    @Inject
    SafeHtml safeHtml;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    /**
     * The head of a conversation.
     *
     * @param composerNotice what whoever writes to the customer must know first, or null
     * @param handedOver how it came to who has it, or null
     * @param asked colleagues who were asked and have not answered
     */
    public record Head(InteractionLine line, boolean mine, String accountHebrewName, String accountEnglishName, String replyAddress, String language, String wrapUpHebrew, String wrapUpEnglish, String wrapUpNote, Long relatedId, int version,
            ComposerNotice composerNotice, HandedOver handedOver, List<Asked> asked) {
    }

    /** @param by user name of who handed it over @param why what he wrote for whoever gets it, or null */
    public record HandedOver(String by, String why, Instant at) {
    }

    /** @param me whether the caller himself is asked */
    public record Asked(String hebrewName, String englishName, boolean me, String question, String askerHebrewName, String askerEnglishName, Instant at) {
        static Asked of(Consultation asked, long caller) {
            return new Asked(asked.colleague().name("he"), asked.colleague().name("en"), asked.isWith(caller), asked.question().text(), asked.askedBy().name("he"), asked.askedBy().name("en"), asked.askedAt());
        }

        public String name(String language) {
            return "he".equals(language) ? hebrewName : englishName;
        }

        public String asker(String language) {
            return "he".equals(language) ? askerHebrewName : askerEnglishName;
        }
    }

    /** One thing in the conversation, in its order: a public message, an internal note or something that happened. */
    public sealed interface Entry permits Said, Noted, Happened {
        Instant at();

        int position();

        /** For pages: what kind of entry it is. */
        default String kind() {
            return this instanceof Said ? "said" : this instanceof Noted ? "noted" : "happened";
        }
    }

    /**
     * A file of a message that is not there.
     *
     * @param why it was given up, null while it is still to come @param mayCome whether asking for it again may help
     */
    public record MissingFile(long id, String fileName, String contentType, AwaitedFile.Why why, boolean mayCome) {
        static MissingFile of(AwaitedFile file) {
            return new MissingFile(file.id(), file.fileName(), file.contentType(), file.why().orElse(null), file.why().map(AwaitedFile.Why::mayCome).orElse(false));
        }
    }

    /** @param safeHtml made safe for this reader, or null when the message is plain text @param missing files that are still to come, or were given up */
    public record Said(long id, int position, Message.Direction direction, String author, Instant at, String text, String quoted, String safeHtml, boolean imagesBlocked, Message.Delivery delivery, Set<Message.Notice> notices,
            boolean automatic, Long inboundId, List<AttachmentLine> files, List<MissingFile> missing) implements Entry {
        public boolean inbound() {
            return direction == Message.Direction.INBOUND;
        }
    }

    public record Noted(long id, int position, String authorHebrew, String authorEnglish, Instant at, String text) implements Entry {
        public String author(String language) {
            return "he".equals(language) ? authorHebrew : authorEnglish;
        }
    }

    public record Happened(int position, InteractionEvent.Kind event, String actor, String detail, Instant at) implements Entry {
    }

    /** The work the caller has open. */
    public List<InteractionLine> mine() {
        return interactions.openOf(currentUser.get().id(), MOST_OPEN);
    }

    /** One page of the caller's team's conversations; a supervisor without a team sees every team's. */
    public Page<InteractionLine> team(Interaction.State state, InteractionLine.Cursor after, int size) {
        StaffUser user = currentUser.get();
        return user.team().map(team -> interactions.ofTeam(team.id(), state, after, size)).orElseGet(() -> interactions.everywhere(state, after, size));
    }

    public Head open(long interactionId) {
        StaffUser user = currentUser.get();
        Head head = head(interactionId, user);
        interactions.viewing(interactionId, user.id(), clock.instant());
        interactions.typing(interactionId, user.id(), false);
        events.tell(new InteractionActed(interactionId, head.line().customerId(), "interaction.opened", true));
        return head;
    }

    public Head head(long interactionId) {
        return head(interactionId, currentUser.get());
    }

    private Head head(long interactionId, StaffUser user) {
        Interaction interaction = interactions.get(interactionId);
        var account = accounts.get(interaction.accountId());
        return new Head(interactions.line(interactionId), interaction.ownedBy(user.id()), account.name("he"), account.name("en"), interaction.replyAddress().orElse(null), interaction.language(),
                interaction.wrapUpReason().map(reason -> reason.name("he")).orElse(null), interaction.wrapUpReason().map(reason -> reason.name("en")).orElse(null), interaction.wrapUpNote().orElse(null),
                interaction.relatedId().orElse(null), interaction.version(),
                interaction.open() ? notice(interaction).orElse(null) : null, interaction.open() ? interactions.lastHandOver(interactionId).map(ConversationReading::handedOver).orElse(null) : null,
                consultations.openOf(interactionId).stream().map(asked -> Asked.of(asked, user.id())).toList());
    }

    /** What the network of the channel thinks of a message now. The newest message of the customer is looked for only where it matters. */
    private Optional<ComposerNotice> notice(Interaction interaction) {
        return ComposerNotice.of(interaction.channel(), null, clock.instant()).isEmpty() ? Optional.empty()
                : ComposerNotice.of(interaction.channel(), interactions.lastInbound(interaction.id()).map(Message::at).orElse(null), clock.instant());
    }

    private static HandedOver handedOver(InteractionEvent event) {
        return new HandedOver(event.actor(), event.note().map(InternalNote::text).orElse(null), event.at());
    }

    /** What colleagues ask the caller. */
    public List<Consultations.Asked> askedOfMe() {
        return consultations.askedOf(currentUser.get().id());
    }

    /**
     * One page of a conversation, oldest first.
     *
     * @param before the position the page ends before; {@link Integer#MAX_VALUE} for the newest
     * @param imagesOf messages whose remote images the reader asked for
     */
    public Page<Entry> entries(long interactionId, int before, Set<Long> imagesOf) {
        Page<Message> messages = interactions.messages(interactionId, before, MESSAGES_A_PAGE);
        Map<Long, List<AttachmentLine>> files = interactions.attachments(messages.rows().stream().map(Message::id).toList()).stream().collect(Collectors.groupingBy(AttachmentLine::messageId));
        Map<Long, List<MissingFile>> missing = awaited.missing(messages.rows().stream().map(Message::id).toList()).stream().collect(Collectors.groupingBy(AwaitedFile::messageId, Collectors.mapping(MissingFile::of, Collectors.toList())));
        List<Entry> entries = new ArrayList<>();
        for (Message message : messages.rows()) {
            entries.add(said(message, files.getOrDefault(message.id(), List.of()), missing.getOrDefault(message.id(), List.of()), imagesOf.contains(message.id())));
        }
        int oldest = messages.more() ? messages.rows().get(messages.rows().size() - 1).position() : 0;
        for (InternalNote note : interactions.notesAfter(interactionId, oldest)) {
            if (note.afterPosition() < before) {
                entries.add(new Noted(note.id(), note.afterPosition(), note.author().name("he"), note.author().name("en"), note.at(), note.text()));
            }
        }
        for (InteractionEvent event : interactions.eventsAfter(interactionId, oldest)) {
            if (event.afterPosition() < before) {
                entries.add(new Happened(event.afterPosition(), event.kind(), event.actor(), event.detail().orElse(null), event.at()));
            }
        }
        entries.sort(Comparator.comparing(Entry::at).thenComparing(Entry::position));
        return new Page<>(List.copyOf(entries), messages.more());
    }

    private Said said(Message message, List<AttachmentLine> files, List<MissingFile> missing, boolean withImages) {
        SafeHtml.Safe safe = message.html().map(html -> safeHtml.of(html, files, withImages)).orElse(new SafeHtml.Safe(null, false));
        return new Said(message.id(), message.position(), message.direction(), message.author(), message.at(), message.text(), message.quoted().orElse(null), safe.html(), safe.imagesBlocked(),
                message.delivery().orElse(null), message.notices(), message.automatic(), message.inboundId().orElse(null), files, missing);
    }

    /** Says that the caller still has the conversation before him, and tells who else has. */
    public List<Interactions.Viewer> viewing(long interactionId) {
        StaffUser user = currentUser.get();
        Instant now = clock.instant();
        interactions.viewing(interactionId, user.id(), now);
        return interactions.viewers(interactionId, now.minus(VIEWING)).stream().filter(viewer -> viewer.userId() != user.id()).toList();
    }

    /** Says whether the caller, who has the conversation before him, writes. */
    public void typing(long interactionId, boolean typing) {
        StaffUser user = currentUser.get();
        if (interactions.typing(interactionId, user.id(), typing)) {
            Interaction interaction = interactions.get(interactionId);
            if (interaction.channel().live() && interaction.ownedBy(user.id())) {
                events.tell(new AgentTyped(interactionId));
            }
        }
    }

    /** Whether the visitor of a chat writes now. */
    public boolean visitorWrites(long interactionId) {
        return interactions.chatOf(interactionId).filter(chat -> chat.writing(clock.instant())).isPresent();
    }

    public void left(long interactionId) {
        interactions.notViewing(interactionId, currentUser.get().id());
    }

    /** Which of the caller's listed customers are in contact on more than one open conversation. */
    public Set<Long> inSeveralContacts(List<InteractionLine> lines) {
        return Set.copyOf(interactions.withSeveralOpen(lines.stream().map(InteractionLine::customerId).distinct().toList()));
    }

    /** In which of these conversations the caller has begun to write. */
    public Set<Long> begun(List<InteractionLine> lines) {
        return Set.copyOf(interactions.withDraft(currentUser.get().id(), lines.stream().map(InteractionLine::id).toList()));
    }

    /** The HTML of one message with its remote images: the reader asked for them. Empty when it has none. */
    public Optional<String> withImages(long messageId) {
        Message message = interactions.message(messageId);
        Optional<String> html = message.html().map(raw -> safeHtml.of(raw, interactions.attachments(List.of(messageId)), true).html());
        events.tell(new InteractionActed(message.interaction().id(), null, "interaction.images-shown", false));
        return html;
    }

    /** What arrived, byte for byte, behind a message. */
    public byte[] raw(long messageId) {
        Message message = interactions.message(messageId);
        long inboundId = message.inboundId().orElseThrow(() -> new NotFoundException("channel.unknown-message"));
        events.tell(new InteractionActed(message.interaction().id(), null, "interaction.raw-read", false));
        return inbox.get(inboundId).raw();
    }

    /** A file for download. */
    public Attachment file(long attachmentId) {
        Attachment attachment = interactions.attachment(attachmentId);
        Long interaction = attachment.message().map(message -> message.interaction().id()).orElse(null);
        events.tell(new InteractionActed(interaction, null, "interaction.file-read", false));
        return attachment;
    }

    public List<WrapUpReason> wrapUpReasons() {
        return interactions.wrapUpReasons();
    }

    public List<QuickReply> quickReplies(String language) {
        return interactions.quickReplies(language);
    }
}
