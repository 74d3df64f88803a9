// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who is signed in at the portal. */
@ApplicationScoped
public class PortalSessions {
    private static final int MOST = 50;

    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    public void add(PortalSession session) {
        entities.persist(session);
        entities.flush();
    }

    public Optional<PortalSession> of(Secret token) {
        return entities.createQuery("select s from PortalSession s where s.tokenHash = :hash", PortalSession.class).setParameter("hash", token.hash()).getResultStream().findFirst();
    }

    /** Past the version: pages that are read at once do not contend for it. */
    public void seen(long id, Instant now) {
        entities.createQuery("update PortalSession s set s.seenAt = :now where s.id = :id and s.endedAt is null").setParameter("now", now).setParameter("id", id).executeUpdate();
    }

    /** Not ended, the latest first. @param id of the customer, or of the person of a company */
    public List<PortalSession> open(PortalSession.Kind kind, long id, Instant now) {
        return entities.createQuery("select s from PortalSession s where s." + whose(kind) + " = :id and s.endedAt is null and s.expiresAt > :now and s.seenAt > :idle order by s.id desc", PortalSession.class).setParameter("id", id).setParameter("now", now)
                .setParameter("idle", now.minus(PortalSession.IDLE)).setMaxResults(MOST).getResultList();
    }

    /** @return how many */
    public int endAll(PortalSession.Kind kind, long id, Instant now) {
        return entities.createQuery("update PortalSession s set s.endedAt = :now, s.version = s.version + 1 where s." + whose(kind) + " = :id and s.endedAt is null").setParameter("id", id).setParameter("now", now).executeUpdate();
    }

    public void forget(Instant before) {
        entities.createQuery("delete from PortalSession s where s.expiresAt < :before").setParameter("before", before).executeUpdate();
    }

    private static String whose(PortalSession.Kind kind) {
        return kind == PortalSession.Kind.CUSTOMER ? "customerId" : "companyUserId";
    }

    /** Locked: who tries two at once tries one after the other. */
    public Optional<PortalPassword> password(long customerId) {
        return Optional.ofNullable(entities.find(PortalPassword.class, customerId, LockModeType.PESSIMISTIC_WRITE));
    }

    public boolean hasPassword(long customerId) {
        return !entities.createQuery("select p.customerId from PortalPassword p where p.customerId = :customer", Long.class).setParameter("customer", customerId).getResultList().isEmpty();
    }

    public void add(PortalPassword password) {
        entities.persist(password);
    }

    public void remove(PortalPassword password) {
        entities.remove(password);
    }

    /** All but this one. @return how many */
    public int endOthers(PortalSession.Kind kind, long id, long except, Instant now) {
        return entities.createQuery("update PortalSession s set s.endedAt = :now, s.version = s.version + 1 where s." + whose(kind) + " = :id and s.endedAt is null and s.id <> :except").setParameter("id", id).setParameter("now", now).setParameter("except", except).executeUpdate();
    }
}
