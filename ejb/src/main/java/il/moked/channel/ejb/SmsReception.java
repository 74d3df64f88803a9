// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.ejb;

import il.moked.access.Role;
import il.moked.channel.ChannelAccount;
import il.moked.channel.ChannelAccounts;
import il.moked.channel.InboundMessage;
import il.moked.channel.Inbox;
import il.moked.channel.SmsArrival;
import il.moked.channel.SmsJoin;
import il.moked.channel.SmsPart;
import il.moked.channel.SmsParts;
import il.moked.channel.SmsParts.LongSms;
import il.moked.shared.BusinessException;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The counter for short messages of providers that give them no id and hand long ones over in parts. As with
 * {@link Reception}, what it took is committed before it returns; a part too, so that the provider may be told.
 */
@Stateless
@PermitAll
public class SmsReception {
    /** How long the rest of a long message is waited for before what is there is shown. */
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    /** How long a message that was put together is known, so that a part of it sent again is no new one. */
    private static final Duration MEMORY = Duration.ofHours(24);
    private static final int BATCH = 50;

    @Inject
    ChannelAccounts accounts;
    @Inject
    Inbox inbox;
    @Inject
    SmsParts parts;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    /**
     * @param knownAs other ids under which the same message may have been stored
     * @return false when we have it already
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public boolean receive(String accountCode, SmsArrival.Message message, List<String> knownAs) {
        ChannelAccount account = open(accountCode);
        return knownAs.stream().noneMatch(id -> inbox.holds(account.id(), InboundMessage.idInColumn("mo:" + id))) && store(account, message);
    }

    /** @return false when we have that part already */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public boolean receive(String accountCode, SmsPart part) {
        ChannelAccount account = open(accountCode);
        Instant now = clock.instant();
        LongSms message = parts.locked(account.id(), part, now);
        SmsJoin join = parts.join(message);
        SmsJoin.Step step = join.take(part);
        if (step == SmsJoin.Step.BEGINS_ANEW) {
            if (!join.joined()) {
                store(account, arrival(account, message, join));
            }
            message = parts.anew(message, now);
            step = parts.join(message).take(part);
        }
        if (step != SmsJoin.Step.REPEATED) {
            parts.add(message, part);
        }
        if (step == SmsJoin.Step.COMPLETED) {
            store(account, arrival(account, message, join));
            parts.joined(message, now);
        }
        return step != SmsJoin.Step.REPEATED;
    }

    /** Messages whose rest never came are stored as far as they are there; what was put together long ago is forgotten. */
    @RolesAllowed(Role.SYSTEM)
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void tidy() {
        Instant now = clock.instant();
        for (LongSms left : parts.left(now.minus(PATIENCE), now.minus(MEMORY), BATCH)) {
            if (left.joined()) {
                parts.forget(left);
            } else {
                ChannelAccount account = accounts.get(left.accountId());
                store(account, arrival(account, left, parts.join(left)));
                parts.joined(left, now);
            }
        }
    }

    private SmsArrival.Message arrival(ChannelAccount account, LongSms message, SmsJoin join) {
        boolean latin = account.setting("alphabet").filter("latin1"::equals).isPresent();
        String id = "long:" + message.key() + ':' + message.startedAt().toEpochMilli() + ':' + message.generation();
        return new SmsArrival.Message(id, message.from(), message.to(), join.text(latin), message.total() - join.size(), message.startedAt(), join.source());
    }

    private ChannelAccount open(String code) {
        ChannelAccount account = accounts.get(code);
        if (!account.enabled()) {
            throw new BusinessException("channel.closed");
        }
        return account;
    }

    private boolean store(ChannelAccount account, SmsArrival.Message message) {
        return inbox.store(account, InboundMessage.idInColumn(message.externalId()), message.from(), message.bytes(), clock.instant()).map(row -> {
            events.tell(new MessageAccepted(row.lane()));
            return true;
        }).orElse(false);
    }
}
