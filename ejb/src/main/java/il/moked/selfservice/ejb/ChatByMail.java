// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice.ejb;

import il.moked.channel.Channel;
import il.moked.channel.ChannelAccount;
import il.moked.channel.ChannelAccounts;
import il.moked.channel.OutboundMessage;
import il.moked.channel.Outbox;
import il.moked.interaction.Attachment;
import il.moked.interaction.Interaction;
import il.moked.interaction.Interactions;
import il.moked.interaction.Message;
import il.moked.interaction.ejb.ChatSessions;
import il.moked.interaction.ejb.CustomerTexts;
import il.moked.interaction.ejb.InteractionActed;
import il.moked.interaction.ejb.MessageQueued;
import il.moked.selfservice.OneTimeCode.Purpose;
import il.moked.selfservice.ejb.CodeSending.Proved;
import il.moked.shared.BusinessException;
import il.moked.shared.EmailAddress;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** A chat sent to its visitor by mail, to an address he has shown to be his by a code, at most once in {@link #BETWEEN}. */
@Stateless
@PermitAll
public class ChatByMail {
    private static final Duration BETWEEN = Duration.ofHours(1);

    @Inject
    ChatSessions chats;
    @Inject
    CodeSending codes;
    @Inject
    Interactions interactions;
    @Inject
    ChannelAccounts accounts;
    @Inject
    Outbox outbox;
    @Inject
    CustomerTexts texts;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    /**
     * Sends a code to the address.
     *
     * @param secret of the chat @param visitor from where it is asked for @return what the asking window keeps
     * @throws BusinessException {@code chat.email}, {@code chat.empty} while nothing was said, and as {@link CodeSending#ask}
     */
    public String ask(String secret, String email, String language, String visitor) {
        String address = EmailAddress.parse(email).orElseThrow(() -> new BusinessException("chat.email")).value();
        return codes.send(Purpose.CHAT_TRANSCRIPT, interactions.get(conversation(secret)).customerId(), address, language, visitor);
    }

    /**
     * @param digits of the code @param content what was said, as a text
     * @throws BusinessException {@code chat.code}; {@code chat.mailed} when it was sent within the hour; {@code chat.no-mail} when none can be sent
     */
    public void send(String secret, String handle, String digits, String content) {
        Interaction interaction = interactions.getLocked(conversation(secret));
        ChannelAccount account = accounts.usual(Channel.EMAIL).orElseThrow(() -> new BusinessException("chat.no-mail"));
        Proved proved = codes.confirm(Purpose.CHAT_TRANSCRIPT, handle, digits).filter(right -> interaction.customerId().equals(right.customerId())).orElseThrow(() -> new BusinessException("chat.code"));
        Instant now = clock.instant();
        if (!interactions.chatMailed(interaction.id(), now, now.minus(BETWEEN))) {
            throw new BusinessException("chat.mailed");
        }
        Message message = Message.acknowledgement(interaction, account.name(interaction.language()), texts.text("chat-mailed", interaction.language(), proved.address()), now);
        interactions.add(message);
        interactions.add(new Attachment("chat.txt", "text/plain", null, false, content.getBytes(StandardCharsets.UTF_8)).of(message));
        OutboundMessage outbound = new OutboundMessage(message.id(), interaction.id(), account, proved.address(), true, now);
        outbox.add(outbound);
        events.tell(new MessageQueued(outbound.id()));
        events.tell(new InteractionActed(interaction.id(), interaction.customerId(), "interaction.chat-mailed", true));
    }

    private long conversation(String secret) {
        Long interaction = chats.standing(secret).interactionId();
        if (interaction == null) {
            throw new BusinessException("chat.empty");
        }
        return interaction;
    }
}
