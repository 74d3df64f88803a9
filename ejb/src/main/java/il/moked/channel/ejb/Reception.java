// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.ejb;

import il.moked.access.Role;
import il.moked.channel.ChannelAccount;
import il.moked.channel.ChannelAccounts;
import il.moked.channel.InboundMessage;
import il.moked.channel.Inbox;
import il.moked.shared.BusinessException;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The counter behind every door. What a door hands in is committed, raw, before this returns; only then may the door
 * tell the provider that we have it. A repeat of the same external id changes nothing and is reported as such.
 */
@Stateless
@PermitAll
public class Reception {
    /** Larger things are refused at the door. Bytes. */
    public static final int LARGEST = 30 * 1024 * 1024;

    @Inject
    ChannelAccounts accounts;
    @Inject
    Inbox inbox;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    /**
     * @param sender whose messages must stay in order: an address, a chat session
     * @return true when it is new, false when we have it already
     * @throws BusinessException {@code channel.too-large}, {@code channel.closed}, {@code channel.unknown-account}
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public boolean receive(String accountCode, String externalId, String sender, byte[] raw) {
        return store(open(accountCode), new Thing(accountCode, externalId, sender, raw));
    }

    /** What a door kept by itself while nothing could be stored here. The same refusals. @param at when it came to the door */
    @RolesAllowed(Role.SYSTEM)
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public boolean receiveLate(Thing thing, Instant at) {
        Instant now = clock.instant();
        return store(open(thing.account()), thing, at.isBefore(now) ? at : now);
    }

    /** Several at once, which cost one commit: all of them are stored, or none. The same refusals as of one. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void receive(List<Thing> things) {
        things.forEach(thing -> store(open(thing.account()), thing));
    }

    /** @param account its code */
    public record Thing(String account, String externalId, String sender, byte[] raw) {
    }

    private ChannelAccount open(String code) {
        ChannelAccount account = accounts.get(code);
        if (!account.enabled()) {
            throw new BusinessException("channel.closed");
        }
        return account;
    }

    private boolean store(ChannelAccount account, Thing thing) {
        return store(account, thing, clock.instant());
    }

    private boolean store(ChannelAccount account, Thing thing, Instant at) {
        if (thing.raw().length > LARGEST) {
            throw new BusinessException("channel.too-large", LARGEST / 1024 / 1024);
        }
        Optional<Inbox.Waiting> stored = inbox.store(account, InboundMessage.idInColumn(thing.externalId()), thing.sender(), thing.raw(), at);
        stored.ifPresent(row -> events.tell(new MessageAccepted(row.lane())));
        return stored.isPresent();
    }
}
