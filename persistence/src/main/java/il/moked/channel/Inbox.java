// SPDX-License-Identifier: Apache-2.0
package il.moked.channel;

import il.moked.shared.IdBlocks;
import il.moked.shared.NotFoundException;
import il.moked.shared.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Everything that arrived. */
@ApplicationScoped
public class Inbox {
    private final IdBlocks ids = new IdBlocks();

    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    /** One line of the list of failures; the raw message is read only when asked for. */
    public record DeadLine(long id, Channel channel, String account, String sender, String externalId, Instant receivedAt, String failure) {
    }

    /** A row still to be handed to the broker. */
    public record Waiting(long id, Lane lane) {
    }

    /**
     * Stores what arrived.
     *
     * @return where it now waits, or empty when this account already has that external id
     */
    public Optional<Waiting> store(ChannelAccount account, String externalId, String sender, byte[] raw, Instant now) {
        Lane lane = Lane.of(account.channel(), sender);
        long id = ids.next(() -> ((Number) entities.createNativeQuery("select nextval('inbound_message_seq')").getSingleResult()).longValue());
        int stored = entities.createNativeQuery("""
                insert into inbound_message (id, account_id, external_id, channel, lane, sender, received_at, state, sent_to_broker_at, raw)
                values (?1, ?2, ?3, ?4, ?8, ?5, ?6, 'RECEIVED', ?6, ?7) on conflict do nothing""")
                .setParameter(1, id).setParameter(2, account.id()).setParameter(3, externalId).setParameter(4, account.channel().name())
                .setParameter(5, sender).setParameter(6, now).setParameter(7, raw).setParameter(8, lane.number()).executeUpdate();
        return stored == 1 ? Optional.of(new Waiting(id, lane)) : Optional.empty();
    }

    /** Whether something with that external id arrived on the account, processed or not. */
    public boolean holds(long accountId, String externalId) {
        return !entities.createQuery("select m.id from InboundMessage m where m.accountId = :account and m.externalId = :external", Long.class)
                .setParameter("account", accountId).setParameter("external", externalId).getResultList().isEmpty();
    }

    /** What arrived under that external id, or null. */
    public byte[] rawOf(long accountId, String externalId) {
        List<byte[]> found = entities.createQuery("select m.raw from InboundMessage m where m.accountId = :account and m.externalId = :external", byte[].class)
                .setParameter("account", accountId).setParameter("external", externalId).getResultList();
        return found.isEmpty() ? null : found.get(0);
    }

    public InboundMessage get(long id) {
        return find(id).orElseThrow(() -> new NotFoundException("channel.unknown-message"));
    }

    public Optional<InboundMessage> find(long id) {
        return Optional.ofNullable(entities.find(InboundMessage.class, id));
    }

    /** Locks the row until the transaction ends, so that two deliveries of one message cannot both take effect. */
    public Optional<InboundMessage> findLocked(long id) {
        return Optional.ofNullable(entities.find(InboundMessage.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /**
     * The first rows of a lane that were not tried yet, in the order in which they came.
     *
     * @param most rows
     * @param largest bytes of all of them; the first is always among them
     */
    public List<Long> next(Lane lane, int most, long largest) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = entities.createNativeQuery("""
                select id, octet_length(raw) from inbound_message where channel = ?1 and lane = ?2 and state = 'RECEIVED' and failure is null
                order by id fetch first ?3 rows only""")
                .setParameter(1, lane.channel().name()).setParameter(2, lane.number()).setParameter(3, most).getResultList();
        List<Long> ids = new ArrayList<>();
        long size = 0;
        for (Object[] row : rows) {
            size += ((Number) row[1]).longValue();
            if (size > largest && !ids.isEmpty()) {
                break;
            }
            ids.add(((Number) row[0]).longValue());
        }
        return ids;
    }

    /** Those of the rows that still wait, in order, locked until the transaction ends. A node that is working on the first of them is waited for: what one sender wrote stays in order. */
    public List<InboundMessage> waitingLocked(List<Long> ids) {
        return entities.createQuery("select m from InboundMessage m where m.id in :ids and m.state = il.moked.channel.InboundMessage$State.RECEIVED order by m.id", InboundMessage.class)
                .setParameter("ids", ids).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
    }

    /** What it said is not kept as it came: nothing of it may be read later. */
    public void forget(InboundMessage inbound, byte[] kept) {
        entities.createQuery("update InboundMessage m set m.raw = :kept where m.id = :id").setParameter("kept", kept).setParameter("id", inbound.id()).executeUpdate();
    }

    /** Rows handed to the broker before the given moment and still not processed, oldest first, marked as handed over now. */
    public List<Waiting> takeStale(Instant handedOverBefore, Instant now, int most) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = entities.createNativeQuery("""
                select id, channel, lane from inbound_message
                where state = 'RECEIVED' and (sent_to_broker_at is null or sent_to_broker_at < ?1)
                order by id fetch first ?2 rows only for update skip locked""")
                .setParameter(1, handedOverBefore).setParameter(2, most).getResultList();
        for (Object[] row : rows) {
            entities.createNativeQuery("update inbound_message set sent_to_broker_at = ?1 where id = ?2").setParameter(1, now).setParameter(2, row[0]).executeUpdate();
        }
        return rows.stream().map(row -> new Waiting(((Number) row[0]).longValue(), new Lane(Channel.valueOf((String) row[1]), ((Number) row[2]).intValue()))).toList();
    }

    public Page<DeadLine> dead(Long after, int size) {
        return Page.of(entities.createQuery("""
                select new il.moked.channel.Inbox$DeadLine(m.id, m.channel, a.code, m.sender, m.externalId, m.receivedAt, m.failure)
                from InboundMessage m, ChannelAccount a where a.id = m.accountId and m.state = il.moked.channel.InboundMessage$State.DEAD and m.id > :after
                order by m.id""", DeadLine.class).setParameter("after", after == null ? 0L : after).setMaxResults(size + 1).getResultList(), size);
    }
}
