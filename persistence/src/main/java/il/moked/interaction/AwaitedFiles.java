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

    /** Those whose time has come and that nobody else is fetching, taken. */
    public List<AwaitedFile> take(Instant now, int most) {
        @SuppressWarnings("unchecked")
        List<AwaitedFile> due = entities.createNativeQuery("select * from awaited_file where state = 'WAITING' and next_attempt_at <= ?1 order by next_attempt_at fetch first ?2 rows only for update skip locked", AwaitedFile.class)
                .setParameter(1, now).setParameter(2, most).getResultList();
        due.forEach(file -> file.begin(now));
        return due;
    }

    public Optional<AwaitedFile> findLocked(long id) {
        return Optional.ofNullable(entities.find(AwaitedFile.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** What is still to come of a message's files. */
    public List<AwaitedFile> of(long messageId) {
        return entities.createQuery("select f from AwaitedFile f where f.messageId = :message order by f.id", AwaitedFile.class).setParameter("message", messageId).getResultList();
    }
}
