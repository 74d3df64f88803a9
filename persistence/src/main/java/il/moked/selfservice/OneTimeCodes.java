// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice;

import il.moked.shared.NotFoundException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Codes that were asked for, and how many. */
@ApplicationScoped
public class OneTimeCodes {
    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    public void add(OneTimeCode code) {
        entities.persist(code);
        entities.flush();
    }

    /** Locked: while it is sent nobody tries it. */
    public OneTimeCode get(long id) {
        return Optional.ofNullable(entities.find(OneTimeCode.class, id, LockModeType.PESSIMISTIC_WRITE)).orElseThrow(() -> new NotFoundException("selfservice.unknown-code"));
    }

    /** Locked: who tries two at once tries one after the other. */
    public Optional<OneTimeCode> of(Secret handle) {
        return entities.createQuery("select c from OneTimeCode c where c.handleHash = :hash", OneTimeCode.class).setParameter("hash", handle.hash()).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultStream().findFirst();
    }

    /** The conversation the last code to that address was told in. */
    public Optional<Long> lastInteraction(String address) {
        return entities.createQuery("select c.interactionId from OneTimeCode c where c.address = :address and c.interactionId is not null order by c.id desc", Long.class).setParameter("address", address).setMaxResults(1).getResultStream().findFirst();
    }

    public int counted(String limited, Instant since) {
        List<?> counted = entities.createNativeQuery("select counted from code_count where limited = ?1 and since = ?2").setParameter(1, limited).setParameter(2, since).getResultList();
        return counted.isEmpty() ? 0 : ((Number) counted.get(0)).intValue();
    }

    /** Counts one more. @return false, and counts none, when there were as many */
    public boolean count(String limited, Instant since, int most) {
        entities.createNativeQuery("insert into code_count (limited, since, counted) values (?1, ?2, 0) on conflict do nothing").setParameter(1, limited).setParameter(2, since).executeUpdate();
        return entities.createNativeQuery("update code_count set counted = counted + 1 where limited = ?1 and since = ?2 and counted < ?3").setParameter(1, limited).setParameter(2, since).setParameter(3, most).executeUpdate() == 1;
    }

    /** What is old enough to say nothing any more. */
    public void forget(Instant before) {
        entities.createNativeQuery("delete from code_count where since < ?1").setParameter(1, before).executeUpdate();
        entities.createNativeQuery("delete from one_time_code where created_at < ?1").setParameter(1, before).executeUpdate();
    }
}
