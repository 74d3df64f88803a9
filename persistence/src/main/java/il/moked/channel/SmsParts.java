// SPDX-License-Identifier: Apache-2.0
package il.moked.channel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Parts of long messages, kept until the rest is there, and for a while after that to know a repeat. */
@ApplicationScoped
public class SmsParts {
    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    /**
     * A long message that is being put together.
     *
     * @param generation which message of that reference it is
     */
    public record LongSms(long accountId, String key, String from, String to, int total, int generation, boolean joined, Instant startedAt) {
    }

    /** The message a part belongs to, locked until the transaction ends; made when this is its first part. */
    public LongSms locked(long accountId, SmsPart part, Instant now) {
        entities.createNativeQuery("insert into sms_long (account_id, join_key, sender, recipient, total, generation, started_at) values (?1, ?2, ?3, ?4, ?5, 0, ?6) on conflict do nothing")
                .setParameter(1, accountId).setParameter(2, part.key()).setParameter(3, part.from()).setParameter(4, part.to()).setParameter(5, part.total()).setParameter(6, now).executeUpdate();
        return findLocked(accountId, part.key()).orElseThrow();
    }

    public Optional<LongSms> findLocked(long accountId, String key) {
        List<?> rows = entities.createNativeQuery("select account_id, join_key, sender, recipient, total, generation, joined_at, started_at from sms_long where account_id = ?1 and join_key = ?2 for update")
                .setParameter(1, accountId).setParameter(2, key).getResultList();
        return rows.stream().findFirst().map(row -> of((Object[]) row));
    }

    private static LongSms of(Object[] row) {
        return new LongSms(((Number) row[0]).longValue(), (String) row[1], (String) row[2], (String) row[3], ((Number) row[4]).intValue(), ((Number) row[5]).intValue(), row[6] != null, instant(row[7]));
    }

    public SmsJoin join(LongSms message) {
        Map<Integer, SmsJoin.Piece> pieces = new HashMap<>();
        for (Object row : entities.createNativeQuery("select sequence, coding, content from sms_part where account_id = ?1 and join_key = ?2").setParameter(1, message.accountId()).setParameter(2, message.key()).getResultList()) {
            Object[] columns = (Object[]) row;
            pieces.put(((Number) columns[0]).intValue(), new SmsJoin.Piece(((Number) columns[1]).intValue(), (byte[]) columns[2]));
        }
        return new SmsJoin(pieces, message.joined());
    }

    public void add(LongSms message, SmsPart part) {
        entities.createNativeQuery("insert into sms_part (account_id, join_key, sequence, coding, content) values (?1, ?2, ?3, ?4, ?5)")
                .setParameter(1, message.accountId()).setParameter(2, message.key()).setParameter(3, part.sequence()).setParameter(4, part.coding()).setParameter(5, part.content()).executeUpdate();
    }

    public void joined(LongSms message, Instant now) {
        entities.createNativeQuery("update sms_long set joined_at = ?3 where account_id = ?1 and join_key = ?2").setParameter(1, message.accountId()).setParameter(2, message.key()).setParameter(3, now).executeUpdate();
    }

    /** The reference came round: the next message under it begins. */
    public LongSms anew(LongSms message, Instant now) {
        forgetParts(message);
        entities.createNativeQuery("update sms_long set joined_at = null, started_at = ?3, generation = generation + 1 where account_id = ?1 and join_key = ?2")
                .setParameter(1, message.accountId()).setParameter(2, message.key()).setParameter(3, now).executeUpdate();
        return findLocked(message.accountId(), message.key()).orElseThrow();
    }

    public void forget(LongSms message) {
        forgetParts(message);
        entities.createNativeQuery("delete from sms_long where account_id = ?1 and join_key = ?2").setParameter(1, message.accountId()).setParameter(2, message.key()).executeUpdate();
    }

    private void forgetParts(LongSms message) {
        entities.createNativeQuery("delete from sms_part where account_id = ?1 and join_key = ?2").setParameter(1, message.accountId()).setParameter(2, message.key()).executeUpdate();
    }

    /** Messages of which parts are missing since before the given moment, and those put together before the other one. */
    public List<LongSms> left(Instant startedBefore, Instant joinedBefore, int most) {
        List<?> rows = entities.createNativeQuery("""
                select account_id, join_key, sender, recipient, total, generation, joined_at, started_at from sms_long
                where joined_at is null and started_at < ?1 or joined_at < ?2 order by started_at fetch first ?3 rows only for update""")
                .setParameter(1, startedBefore).setParameter(2, joinedBefore).setParameter(3, most).getResultList();
        return rows.stream().map(row -> of((Object[]) row)).toList();
    }

    private static Instant instant(Object column) {
        return column instanceof java.time.OffsetDateTime zoned ? zoned.toInstant() : (Instant) column;
    }
}
