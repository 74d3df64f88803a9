// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice.ejb;

import il.moked.access.Role;
import il.moked.customer.ContactPoint;
import il.moked.customer.Customers;
import il.moked.interaction.ejb.ChatSessions;
import il.moked.interaction.ejb.ChatSessions.Opened;
import il.moked.routing.ejb.CallbackAsking.Times;
import il.moked.routing.ejb.CallingLater;
import il.moked.shared.BusinessException;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** A customer who is signed in turns to somebody at once, in a chat or by a call: whoever answers sees who he is and about what. */
@Stateless
@PermitAll
@RunAs(Role.SYSTEM)
public class OwnTalk {
    public static final int LONGEST = 300;
    private static final String CHAT = "chat";

    @Inject
    Customers customers;
    @Inject
    OwnTalkSteps steps;
    @Inject
    ChatSessions chats;
    @Inject
    CallingLater calls;
    @Inject
    @ConfigProperty(name = "moked.time-zone", defaultValue = "Asia/Jerusalem")
    ZoneId zone;

    /** Something of his that is open. */
    public record Matter(long id, String number, String subject) {
    }

    /** A number he can be called at. @param shown masked */
    public record Number(long id, String shown) {
    }

    public List<Matter> matters(long customerId) {
        return steps.matters(customerId);
    }

    public List<Number> numbers(long customerId) {
        return customers.get(customerId).contactPoints().stream().filter(point -> point.kind() == ContactPoint.Kind.PHONE).map(point -> new Number(point.id(), OwnDetails.masked(point.kind(), point.address()))).toList();
    }

    /** Moments at which somebody can call; none where nobody telephones. */
    public Times times() {
        try {
            return calls.offered();
        } catch (BusinessException nobodyTelephones) {
            return new Times(zone, List.of());
        }
    }

    /**
     * @param matterId one of his open matters, or null @return what his browser keeps of the chat
     * @throws BusinessException {@code selfservice.talk-text}, {@code channel.closed} @throws il.moked.shared.NotFoundException {@code selfservice.unknown-case} when that is none of his
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public String chat(long customerId, String text, Long matterId, String language) {
        String about = steps.about(customerId, text, matterId);
        Opened opened = chats.open(CHAT, steps.name(customerId), null, null, language);
        chats.signedIn(opened.secret(), customerId);
        steps.opened(customerId, opened.sessionId());
        chats.say(opened.secret(), UUID.randomUUID().toString(), about);
        return opened.secret();
    }

    /** @param numberId one of his own @param at a moment that was offered, or null for as soon as it is his turn @throws BusinessException as {@link #chat}; {@code routing.callback-number}, {@code routing.callback-time}, {@code telephony.no-account} */
    public void call(long customerId, long numberId, Instant at, String text, Long matterId, String language) {
        steps.call(customerId, numberId, at, text, matterId, language);
    }
}
