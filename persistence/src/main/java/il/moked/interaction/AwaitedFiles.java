// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Files that providers still have. */
@ApplicationScoped
public class AwaitedFiles {
    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    public void add(AwaitedFile file) {
        entities.persist(file);
    }

    /** Accounts by which files are to come whose time is now. */
    public List<Long> accountsDue(Instant now) {
        return entities.createQuery("select distinct f.accountId from AwaitedFile f where f.state = :waiting and f.nextAttemptAt <= :now", Long.class).setParameter("waiting", AwaitedFile.State.WAITING).setParameter("now", now).getResultList();
    }

    /** Those of an account whose time has come and that nobody else is fetching, taken. */
    public List<AwaitedFile> take(long accountId, Instant now, int most) {
        @SuppressWarnings("unchecked")
        List<AwaitedFile> due = entities.createNativeQuery("select * from awaited_file where state = 'WAITING' and next_attempt_at <= ?1 and account_id = ?3 order by next_attempt_at fetch first ?2 rows only for update skip locked", AwaitedFile.class)
                .setParameter(1, now).setParameter(2, most).setParameter(3, accountId).getResultList();
        due.forEach(file -> file.begin(now));
        return due;
    }

    public Optional<AwaitedFile> findLocked(long id) {
        return Optional.ofNullable(entities.find(AwaitedFile.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** What of these messages' files is not there: still to come, or given up. */
    public List<AwaitedFile> missing(List<Long> messageIds) {
        return messageIds.isEmpty() ? List.of() : entities.createQuery("select f from AwaitedFile f where f.messageId in :messages and f.state <> :fetched order by f.id", AwaitedFile.class)
                .setParameter("messages", messageIds).setParameter("fetched", AwaitedFile.State.FETCHED).getResultList();
    }
}
