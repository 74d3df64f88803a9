// SPDX-License-Identifier: Apache-2.0
package il.moked.channel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One reader for each mailbox among all nodes. The lease only saves work: two readers of one mailbox store each mail
 * once all the same, because its id is unique in the inbox.
 */
@ApplicationScoped
public class MailboxLeases {
    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    /** How far a mailbox was read: in the numbering {@code uidValidity} everything up to {@code lastUid}. */
    public record Progress(long uidValidity, long lastUid) {
    }

    /** @return whether the node holds the mailbox until the given moment: it held it before, or nobody did */
    public boolean hold(long accountId, String node, Instant now, Instant until) {
        int held = entities.createNativeQuery("update mailbox_lease set node = ?1, held_until = ?2 where account_id = ?3 and (node = ?1 or held_until < ?4)")
                .setParameter(1, node).setParameter(2, until).setParameter(3, accountId).setParameter(4, now).executeUpdate();
        if (held == 1) {
            return true;
        }
        return entities.createNativeQuery("insert into mailbox_lease (account_id, node, held_until) values (?1, ?2, ?3) on conflict do nothing")
                .setParameter(1, accountId).setParameter(2, node).setParameter(3, until).executeUpdate() == 1;
    }

    public void release(long accountId, String node, Instant now) {
        entities.createNativeQuery("update mailbox_lease set held_until = ?1 where account_id = ?2 and node = ?3")
                .setParameter(1, now.minusSeconds(1)).setParameter(2, accountId).setParameter(3, node).executeUpdate();
    }

    public void reached(long accountId, String node, Progress progress) {
        entities.createNativeQuery("update mailbox_lease set uid_validity = ?1, last_uid = ?2 where account_id = ?3 and node = ?4")
                .setParameter(1, progress.uidValidity()).setParameter(2, progress.lastUid()).setParameter(3, accountId).setParameter(4, node).executeUpdate();
    }

    public Optional<Progress> progress(long accountId) {
        List<?> rows = entities.createNativeQuery("select uid_validity, last_uid from mailbox_lease where account_id = ?1 and uid_validity is not null and last_uid is not null")
                .setParameter(1, accountId).getResultList();
        return rows.stream().findFirst().map(row -> (Object[]) row).map(row -> new Progress(((Number) row[0]).longValue(), ((Number) row[1]).longValue()));
    }
}
