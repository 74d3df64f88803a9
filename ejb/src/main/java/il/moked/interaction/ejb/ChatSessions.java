// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.ejb;

import il.moked.agent.Agent;
import il.moked.agent.Agents;
import il.moked.channel.Channel;
import il.moked.channel.ChannelAccount;
import il.moked.channel.ChannelAccounts;
import il.moked.channel.ejb.Reception;
import il.moked.interaction.ChatLine;
import il.moked.interaction.ChatSession;
import il.moked.interaction.Interaction;
import il.moked.interaction.Interactions;
import il.moked.interaction.Message;
import il.moked.shared.BusinessException;
import il.moked.shared.EmailAddress;
import il.moked.shared.NotFoundException;
import il.moked.shared.PhoneNumber;
import il.moked.shared.ShownText;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
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
    Clock clock;

    /** What the visitor keeps. */
    public record Opened(long sessionId, String secret) {
    }

    /** A public message as the visitor sees it. The id is the one his browser chose, null for what he did not write: by it the browser knows its own line again. */
    public record Line(int position, String id, boolean mine, String author, String text, Instant at) {
        private static Line of(Message message) {
            boolean mine = message.direction() == Message.Direction.INBOUND;
            String id = mine ? message.externalId().map(external -> external.substring(external.indexOf('/') + 1)).orElse(null) : null;
            return new Line(message.position(), id, mine, message.author(), message.text(), message.at());
        }
    }

    /** Where the visitor's conversation stands; interaction is null until his first line was admitted. */
    public record Standing(long sessionId, Long interactionId, boolean closed, boolean served, String agentName) {
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
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        String shown = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        ChatSession session = new ChatSession(hash(shown), account.id(), blank(name) ? texts.text("chat-visitor", spoken) : ShownText.line(name, 120), checkedEmail, checkedPhone, spoken, clock.instant());
        interactions.add(session);
        return new Opened(session.id(), shown);
    }

    /**
     * The visitor says something.
     *
     * @param lineId chosen by his browser; the same line sent again after a lost connection is taken once
     */
    public void say(String secret, String lineId, String text) {
        ChatSession session = session(secret);
        String line = text == null ? "" : ShownText.of(text).strip();
        if (line.isEmpty() || line.length() > LONGEST_LINE || lineId == null || lineId.isBlank() || lineId.length() > 60) {
            throw new BusinessException("chat.line", LONGEST_LINE);
        }
        ChannelAccount account = accounts.get(session.accountId());
        reception.receive(account.code(), session.id() + "/" + lineId, "chat:" + session.id(), new ChatLine(session.id(), line).bytes());
    }

    public List<Line> linesAfter(String secret, int position) {
        ChatSession session = session(secret);
        session.seen(clock.instant());
        return session.interactionId().map(interaction -> interactions.messagesAfter(interaction, position, MOST_LINES).stream()
                .map(Line::of).toList()).orElse(List.of());
    }

    public Standing standing(String secret) {
        ChatSession session = session(secret);
        Optional<Interaction> interaction = session.interactionId().map(interactions::get);
        return new Standing(session.id(), session.interactionId().orElse(null), interaction.map(chat -> !chat.open()).orElse(false), interaction.flatMap(Interaction::owner).isPresent(),
                interaction.flatMap(Interaction::owner).map(owner -> owner.name(session.language())).orElse(null));
    }

    private ChatSession session(String secret) {
        return interactions.chatSession(hash(secret == null ? "" : secret)).orElseThrow(() -> new NotFoundException("interaction.unknown-chat"));
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
