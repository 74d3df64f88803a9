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

/** Links that were sent. */
@ApplicationScoped
public class SecureLinks {
    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    public void add(Object linkOrPart) {
        entities.persist(linkOrPart);
        entities.flush();
    }

    public void flush() {
        entities.flush();
    }

    public SecureLink get(long id) {
        return Optional.ofNullable(entities.find(SecureLink.class, id)).orElseThrow(() -> new NotFoundException("selfservice.unknown-link"));
    }

    public SecureLink get(String reference) {
        return entities.createQuery("select l from SecureLink l where l.reference = :reference", SecureLink.class).setParameter("reference", reference).getResultStream().findFirst().orElseThrow(() -> new NotFoundException("selfservice.unknown-link"));
    }

    public SecureLink getLocked(String reference) {
        SecureLink found = get(reference);
        entities.refresh(found, LockModeType.PESSIMISTIC_WRITE);
        return found;
    }

    public Optional<SecureLink> with(Secret token) {
        return entities.createQuery("select l from SecureLink l where l.tokenHash = :hash", SecureLink.class).setParameter("hash", token.hash()).getResultStream().findFirst();
    }

    /** Of the token and of no other link: whoever swaps one of both has none. */
    public Optional<SecureLink> findLocked(String reference, Secret token) {
        Optional<SecureLink> found = with(token).filter(link -> link.reference().equals(reference));
        found.ifPresent(link -> entities.refresh(link, LockModeType.PESSIMISTIC_WRITE));
        return found;
    }

    /** Newest first. */
    public List<SecureLink> ofCustomer(long customerId, int most) {
        return entities.createQuery("select l from SecureLink l where l.customerId = :customer order by l.id desc", SecureLink.class).setParameter("customer", customerId).setMaxResults(most).getResultList();
    }

    /** Newest first. */
    public List<SecureLink> ofCase(long caseId, int most) {
        return entities.createQuery("select l from SecureLink l where l.caseId = :case order by l.id desc", SecureLink.class).setParameter("case", caseId).setMaxResults(most).getResultList();
    }

    /** Open ones whose time is over. */
    public List<SecureLink> over(Instant now, int most) {
        return entities.createQuery("select l from SecureLink l where l.expiresAt <= :now and l.state in (:open) order by l.expiresAt", SecureLink.class).setParameter("now", now).setParameter("open", List.of(SecureLink.State.SENT, SecureLink.State.OPENED)).setMaxResults(most).getResultList();
    }

    /** Open ones that wait for an order to be paid. */
    public List<SecureLink> toPay(String orderNumber) {
        return entities.createQuery("select l from SecureLink l where l.orderNumber = :number and l.state in (:open)", SecureLink.class).setParameter("number", orderNumber).setParameter("open", List.of(SecureLink.State.SENT, SecureLink.State.OPENED)).getResultList();
    }

    public long uploads(long linkId) {
        return entities.createQuery("select count(u) from LinkUpload u where u.linkId = :link", Long.class).setParameter("link", linkId).getSingleResult();
    }

    public List<LinkUpload> uploadsOf(List<Long> linkIds) {
        return linkIds.isEmpty() ? List.of() : entities.createQuery("select u from LinkUpload u where u.linkId in (:links) order by u.id", LinkUpload.class).setParameter("links", linkIds).getResultList();
    }

    public Optional<LinkUpload> uploadLocked(long id) {
        return Optional.ofNullable(entities.find(LinkUpload.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Uploads to be checked now. */
    public List<Long> toCheck(Instant now, int most) {
        return entities.createQuery("select u.id from LinkUpload u where u.state = :state and u.nextAttemptAt <= :now order by u.nextAttemptAt", Long.class).setParameter("state", LinkUpload.State.CHECKING).setParameter("now", now).setMaxResults(most).getResultList();
    }
}
