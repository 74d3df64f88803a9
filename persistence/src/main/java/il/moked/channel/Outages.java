// SPDX-License-Identifier: Apache-2.0
package il.moked.channel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which accounts' providers cannot be reached now. A row exists while that lasts. */
@ApplicationScoped
public class Outages {
    /** Whoever watches a provider that is away says so more often; after this silence nobody watches it any more. */
    public static final Duration SILENCE = Duration.ofMinutes(5);
    private static final Duration OFTEN_ENOUGH = Duration.ofSeconds(5);
    private static final int LONGEST_REASON = 500;

    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    /** What does not work: giving the provider what we send, or having what it has for us. */
    public enum Way { SEND, COLLECT }

    /** Why, as it can be said in every language. */
    public enum Cause {
        /** No connection. */
        UNREACHABLE,
        /** It asks us to come later. */
        BUSY,
        /** It failed several times in a row and is left alone for a moment. */
        RESTING,
        /** It does not accept our name, password or token. */
        LOGIN,
        /** Something of the account is missing or wrong here. */
        SETTINGS,
        /** A folder cannot be read or written. */
        FOLDER
    }

    /** @param since first failure of this outage @param noticedAt last one @param reason in the provider's or the machine's own words */
    public record Outage(long accountId, String account, Channel channel, Way way, Instant since, Instant noticedAt, Cause cause, String reason) {
    }

    /** Of an account that is closed nothing is noticed. @return whether it began now */
    public boolean noticed(long accountId, Way way, Cause cause, String reason, Instant now) {
        String kept = String.valueOf(reason);
        kept = kept.substring(0, Math.min(kept.length(), LONGEST_REASON));
        // that we leave it alone says nothing new of why
        String told = cause == Cause.RESTING ? "" : ", cause = ?5, reason = ?6";
        var update = entities.createNativeQuery("update account_outage set noticed_at = ?3" + told + " where account_id = ?1 and way = ?2 and noticed_at < ?4").setParameter(1, accountId).setParameter(2, way.name())
                .setParameter(3, now).setParameter(4, now.minus(OFTEN_ENOUGH));
        if (cause != Cause.RESTING) {
            update.setParameter(5, cause.name()).setParameter(6, kept);
        }
        return update.executeUpdate() == 0 && open(accountId) && entities.createNativeQuery("insert into account_outage (account_id, way, since, noticed_at, cause, reason) values (?1, ?2, ?3, ?3, ?4, ?5) on conflict do nothing")
                .setParameter(1, accountId).setParameter(2, way.name()).setParameter(3, now).setParameter(4, cause.name()).setParameter(5, kept).executeUpdate() == 1;
    }

    private boolean open(long accountId) {
        return !entities.createNativeQuery("select 1 from channel_account where id = ?1 and enabled").setParameter(1, accountId).getResultList().isEmpty();
    }

    /** @return whether one ended now */
    public boolean over(long accountId, Way way) {
        return entities.createNativeQuery("delete from account_outage where account_id = ?1 and way = ?2").setParameter(1, accountId).setParameter(2, way.name()).executeUpdate() == 1;
    }

    /** @return whether any ended now */
    public boolean over(long accountId) {
        return entities.createNativeQuery("delete from account_outage where account_id = ?1").setParameter(1, accountId).executeUpdate() > 0;
    }

    /** Of accounts that are closed, that nobody watches any more, or that have nothing to send. @return whose */
    public List<Long> forgotten(Instant now) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = entities.createNativeQuery("""
                select o.account_id, o.way from account_outage o join channel_account a on a.id = o.account_id
                where not a.enabled or o.noticed_at < ?1
                or o.way = 'SEND' and not exists (select 1 from outbound_message m where m.account_id = o.account_id and m.state in ('PENDING', 'SENDING'))""").setParameter(1, now.minus(SILENCE)).getResultList();
        List<Long> over = new ArrayList<>();
        for (Object[] row : rows) {
            long account = ((Number) row[0]).longValue();
            if (over(account, Way.valueOf((String) row[1]))) {
                over.add(account);
            }
        }
        return over;
    }

    /** Whether what the account sends waits for its provider. */
    public boolean sendingAway(long accountId) {
        return !entities.createNativeQuery("select 1 from account_outage where account_id = ?1 and way = 'SEND'").setParameter(1, accountId).getResultList().isEmpty();
    }

    /** One for each account, the oldest first. */
    public List<Outage> all() {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = entities.createNativeQuery("select a.id, a.code, a.channel, o.way, o.since, o.noticed_at, o.cause, o.reason from account_outage o join channel_account a on a.id = o.account_id order by o.since, o.way").getResultList();
        Set<Long> seen = new HashSet<>();
        return rows.stream().map(row -> new Outage(((Number) row[0]).longValue(), (String) row[1], Channel.valueOf((String) row[2]), Way.valueOf((String) row[3]), instant(row[4]), instant(row[5]), Cause.valueOf((String) row[6]), (String) row[7]))
                .filter(outage -> seen.add(outage.accountId())).toList();
    }

    private static Instant instant(Object column) {
        return column instanceof java.time.OffsetDateTime zoned ? zoned.toInstant() : (Instant) column;
    }
}
