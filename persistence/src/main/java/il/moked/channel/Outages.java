// SPDX-License-Identifier: Apache-2.0
package il.moked.channel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;

/** Which accounts' providers cannot be reached now. A row exists while that lasts. */
@ApplicationScoped
public class Outages {
    private static final int LONGEST_REASON = 500;

    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    /** @param since first failure of this outage @param noticedAt last one */
    public record Outage(long accountId, String account, Channel channel, Instant since, Instant noticedAt, String reason) {
    }

    /** @return whether it began now */
    public boolean noticed(long accountId, String reason, Instant now) {
        String kept = String.valueOf(reason);
        kept = kept.substring(0, Math.min(kept.length(), LONGEST_REASON));
        int known = entities.createNativeQuery("update account_outage set noticed_at = ?2, reason = ?3 where account_id = ?1").setParameter(1, accountId).setParameter(2, now).setParameter(3, kept).executeUpdate();
        return known == 0 && entities.createNativeQuery("insert into account_outage (account_id, since, noticed_at, reason) values (?1, ?2, ?2, ?3) on conflict do nothing")
                .setParameter(1, accountId).setParameter(2, now).setParameter(3, kept).executeUpdate() == 1;
    }

    /** @return whether one ended now */
    public boolean over(long accountId) {
        return entities.createNativeQuery("delete from account_outage where account_id = ?1").setParameter(1, accountId).executeUpdate() == 1;
    }

    public List<Outage> all() {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = entities.createNativeQuery("select a.id, a.code, a.channel, o.since, o.noticed_at, o.reason from account_outage o join channel_account a on a.id = o.account_id order by o.since").getResultList();
        return rows.stream().map(row -> new Outage(((Number) row[0]).longValue(), (String) row[1], Channel.valueOf((String) row[2]), instant(row[3]), instant(row[4]), (String) row[5])).toList();
    }

    private static Instant instant(Object column) {
        return column instanceof java.time.OffsetDateTime zoned ? zoned.toInstant() : (Instant) column;
    }
}
