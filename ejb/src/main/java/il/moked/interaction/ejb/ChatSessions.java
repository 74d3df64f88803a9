// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.ejb;

import il.moked.access.StaffUser;
import il.moked.agent.Agent;
import il.moked.agent.Agents;
import il.moked.channel.Channel;
import il.moked.channel.ChannelAccount;
import il.moked.channel.ChannelAccounts;
import il.moked.channel.ejb.Reception;
import il.moked.interaction.Attachment;
import il.moked.interaction.AttachmentLine;
import il.moked.interaction.ChatLine;
import il.moked.interaction.ChatSession;
import il.moked.interaction.Choices;
import il.moked.interaction.FormSubmission;
import il.moked.interaction.Interaction;
import il.moked.interaction.InteractionEvent;
import il.moked.interaction.Interactions;
import il.moked.interaction.Message;
import il.moked.interaction.ejb.Delivery.OutgoingFile;
import il.moked.shared.BusinessException;
import il.moked.shared.EmailAddress;
import il.moked.shared.NotFoundException;
import il.moked.shared.PhoneNumber;
import il.moked.shared.ShownText;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** What a visitor of the site's chat may do, proved by the secret of his session. */
@Stateless
@PermitAll
public class ChatSessions {
    /** Characters of one chat line. */
    public static final int LONGEST_LINE = 4000;
    /** Lines told at once; a window that gets so many asks again. */
    public static final int MOST_LINES = 100;
    /** The link by which a chat goes on elsewhere is good for so long. */
    public static final Duration PASSAGE = Duration.ofMinutes(10);
    /** An agent whose desk was not seen for longer does not write. */
    private static final Duration AT_THE_DESK = Duration.ofSeconds(40);
    private static final int SECRET_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    ChannelAccounts accounts;
    @Inject
    Interactions interactions;
    @Inject
    Agents agents;
    @Inject
    QueueTeams teams;
    @Inject
    Reception reception;
    @Inject
    CustomerTexts texts;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    /** What the visitor keeps. */
    public record Opened(long sessionId, String secret) {
    }

    /** A public message as the visitor sees it. The id is the one his browser chose, null for what he did not write: by it the browser knows its own line again. */
    public record Line(int position, String id, boolean mine, String author, String text, Instant at, List<AttachmentLine> files) {
        private static Line of(Message message, List<AttachmentLine> files) {
            boolean mine = message.direction() == Message.Direction.INBOUND;
            String id = mine ? message.externalId().map(external -> external.substring(external.indexOf('/') + 1)).orElse(null) : null;
            return new Line(message.position(), id, mine, message.author(), message.text(), message.at(), files);
        }

        /** What he may choose from, when it is not his own. */
        public Optional<Choices> choices() {
            return mine ? Optional.empty() : Choices.of(text);
        }
    }

    /**
     * Where the visitor's conversation stands; interaction is null until his first line was admitted.
     *
     * @param writing whether the agent is @param readTo up to where an agent has read, 0 when that is not known
     */
    public record Standing(long sessionId, Long interactionId, boolean closed, boolean served, String agentName, boolean writing, int readTo) {
    }

    /** @return whether anybody of the account's team is at work now */
    public boolean staffed(String accountCode) {
        ChannelAccount account = accounts.get(accountCode);
        return account.enabled() && agents.inTeam(teams.teamOf(account.queueId())).stream().anyMatch(Agent::online);
    }

    /** @throws BusinessException {@code chat.email}, {@code chat.phone} when given and not possible; {@code channel.unknown-account} for what is no chat */
    public Opened open(String accountCode, String name, String email, String phone, String language) {
        ChannelAccount account = accounts.get(accountCode);
        if (account.channel() != Channel.CHAT) {
            throw new NotFoundException("channel.unknown-account");
        }
        if (!account.enabled()) {
            throw new BusinessException("channel.closed");
        }
        String checkedEmail = blank(email) ? null : EmailAddress.parse(email).orElseThrow(() -> new BusinessException("chat.email")).value();
        String checkedPhone = blank(phone) ? null : PhoneNumber.parse(phone).orElseThrow(() -> new BusinessException("chat.phone")).value();
        String spoken = "en".equals(language) ? "en" : "he";
        String shown = secret();
        ChatSession session = new ChatSession(hash(shown), account.id(), blank(name) ? texts.text("chat-visitor", spoken) : ShownText.line(name, 120), checkedEmail, checkedPhone, spoken, clock.instant());
        interactions.add(session);
        return new Opened(session.id(), shown);
    }

    /** Whoever opened it is signed in at the portal: the agent sees who he is with his first line. @param customerId of his session there */
    public void signedIn(String secret, long customerId) {
        session(secret).signedIn(customerId);
    }

    /**
     * The visitor says something.
     *
     * @param lineId chosen by his browser; the same line sent again after a lost connection is taken once
     */
    public void say(String secret, String lineId, String text) {
        say(secret, lineId, text, List.of());
    }

    /**
     * The visitor says something and sends files with it. One of the choices he was offered is said under the id of its message,
     * so that it is answered once, from whichever window.
     *
     * @throws BusinessException {@code chat.line}, {@code chat.choice} when that was not to be chosen
     */
    public void say(String secret, String lineId, String text, List<FormSubmission.File> files) {
        ChatSession session = session(secret);
        String line = text == null ? "" : ShownText.of(text).strip();
        if (line.isEmpty() && files.isEmpty() || line.length() > LONGEST_LINE || lineId == null || lineId.isBlank() || lineId.length() > 60) {
            throw new BusinessException("chat.line", LONGEST_LINE);
        }
        Optional<Integer> question = Choices.answered(lineId);
        if (question.isPresent() && !offered(session, question.get()).contains(line)) {
            throw new BusinessException("chat.choice");
        }
        if (session.writing(clock.instant())) {
            interactions.chatTyped(session.id(), clock.instant().minus(ChatSession.WRITING));
        }
        ChannelAccount account = accounts.get(session.accountId());
        reception.receive(account.code(), session.id() + "/" + lineId, "chat:" + session.id(), new ChatLine(session.id(), line, files).bytes());
    }

    private List<String> offered(ChatSession session, int position) {
        return session.interactionId().flatMap(interaction -> interactions.messageAt(interaction, position)).filter(message -> message.direction() == Message.Direction.OUTBOUND).flatMap(message -> Choices.of(message.text()))
                .map(Choices::options).orElse(List.of());
    }

    public List<Line> linesAfter(String secret, int position) {
        ChatSession session = session(secret);
        session.seen(clock.instant());
        List<Message> messages = session.interactionId().map(interaction -> interactions.messagesAfter(interaction, position, MOST_LINES)).orElse(List.of());
        List<AttachmentLine> files = messages.isEmpty() ? List.of() : interactions.attachments(messages.stream().map(Message::id).toList());
        return messages.stream().map(message -> Line.of(message, files.stream().filter(file -> message.id().equals(file.messageId())).toList())).toList();
    }

    public Standing standing(String secret) {
        ChatSession session = session(secret);
        Optional<Interaction> interaction = session.interactionId().map(interactions::get);
        Optional<StaffUser> owner = interaction.flatMap(Interaction::owner);
        boolean closed = interaction.map(chat -> !chat.open()).orElse(false);
        boolean writing = !closed && owner.isPresent() && interactions.writing(interaction.get().id(), owner.get().id(), clock.instant().minus(AT_THE_DESK));
        return new Standing(session.id(), session.interactionId().orElse(null), closed, owner.isPresent(), owner.map(agent -> agent.name(session.language())).orElse(null), writing,
                interaction.filter(chat -> owner.isPresent() && chat.unread() == 0).map(Interaction::messages).orElse(0));
    }

    /** A file of a message of his chat. @throws NotFoundException {@code interaction.unknown-attachment} also for a file of somebody else */
    public OutgoingFile file(String secret, long attachmentId) {
        ChatSession session = session(secret);
        Attachment file = interactions.attachment(attachmentId);
        if (session.interactionId().isEmpty() || file.message().filter(message -> session.interactionId().get().equals(message.interaction().id())).isEmpty()) {
            throw new NotFoundException("interaction.unknown-attachment");
        }
        return new OutgoingFile(file.fileName(), file.contentType(), file.content());
    }

    /** The visitor writes: whoever serves him sees it for {@link ChatSession#WRITING}. */
    public void types(String secret) {
        ChatSession session = session(secret);
        interactions.chatTyped(session.id(), clock.instant());
        served(session).ifPresent(interaction -> events.tell(new ChatTyped(interaction.id(), interaction.owner().orElseThrow().id())));
    }

    /** What we wrote is in his window up to a place, and was before his eyes up to another. */
    public void got(String secret, int delivered, int read) {
        ChatSession session = session(secret);
        Optional<Interaction> interaction = session.interactionId().map(interactions::get);
        int last = interaction.map(Interaction::messages).orElse(0);
        int shown = Math.min(last, read);
        int arrived = Math.max(shown, Math.min(last, delivered));
        if (session.newlyGot(arrived, shown) && interactions.chatGot(session, interaction.get().id(), arrived, shown) > 0) {
            served(session).ifPresent(chat -> events.tell(new ChatGot(chat.id(), chat.owner().orElseThrow().id())));
        }
    }

    private Optional<Interaction> served(ChatSession session) {
        return session.interactionId().map(interactions::get).filter(interaction -> interaction.open() && interaction.owner().isPresent());
    }

    /** What leads to the same chat in another window, once and within {@link #PASSAGE}; an earlier one is good no more. */
    public String passage(String secret) {
        ChatSession session = session(secret);
        String shown = secret();
        interactions.passage(session.id(), hash(shown), clock.instant().plus(PASSAGE));
        return shown;
    }

    /**
     * The chat goes on here: its former window may write no more and is told so; whoever serves it sees that it went on.
     *
     * @throws BusinessException {@code chat.passage} when the link was used or is over, or never was one
     */
    public Opened goOn(String passage) {
        String shown = secret();
        if (!interactions.pass(hash(passage == null ? "" : passage), hash(shown), clock.instant())) {
            throw new BusinessException("chat.passage");
        }
        ChatSession session = session(shown);
        session.interactionId().map(interactions::getLocked).ifPresent(interaction -> {
            interactions.add(new InteractionEvent(interaction, InteractionEvent.Kind.CHAT_WENT_ON, session.visitorName().orElse(""), null, clock.instant()));
            events.tell(new InteractionActed(interaction.id(), interaction.customerId(), "interaction.chat-went-on", true));
        });
        return new Opened(session.id(), shown);
    }

    /** The reference by which the chat is known, once it is one. */
    public Optional<String> reference(String secret) {
        return session(secret).interactionId().map(interactions::get).map(Interaction::reference);
    }

    private ChatSession session(String secret) {
        String hash = hash(secret == null ? "" : secret);
        return interactions.chatSession(hash).orElseThrow(() -> interactions.leftChat(hash) ? new BusinessException("chat.went-on") : new NotFoundException("interaction.unknown-chat"));
    }

    private static String secret() {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }

    private static String hash(String secret) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
