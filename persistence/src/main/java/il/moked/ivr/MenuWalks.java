// SPDX-License-Identifier: Apache-2.0
package il.moked.ivr;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The ways of callers through menus. */
@ApplicationScoped
public class MenuWalks {
    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    /** @param node where they were last @param count how many ended there that way */
    public record Ending(String node, MenuWalk.Outcome outcome, long count) {
    }

    public void add(MenuWalk walk) {
        entities.persist(walk);
        entities.flush();
    }

    public Optional<MenuWalk> findLocked(long callId) {
        return entities.createQuery("select w from MenuWalk w where w.callId = :call", MenuWalk.class).setParameter("call", callId).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultStream().findFirst();
    }

    public Optional<MenuWalk> ofConversation(long interactionId) {
        return entities.createQuery("select w from MenuWalk w where w.interactionId = :interaction order by w.id desc", MenuWalk.class).setParameter("interaction", interactionId).setMaxResults(1).getResultStream().findFirst();
    }

    /** How and where the calls of a period ended. @param until exclusive */
    public List<Ending> endings(String flow, Instant from, Instant until) {
        return entities.createQuery("""
                select new il.moked.ivr.MenuWalks$Ending(w.node, w.outcome, count(w)) from MenuWalk w
                where w.flow = :flow and w.begunAt >= :from and w.begunAt < :until and w.outcome is not null group by w.node, w.outcome order by count(w) desc, w.node""", Ending.class)
                .setParameter("flow", flow).setParameter("from", from).setParameter("until", until).getResultList();
    }

    public void add(PayLink link) {
        entities.persist(link);
    }

    public Optional<PayLink> link(long paymentId) {
        return Optional.ofNullable(entities.find(PayLink.class, paymentId));
    }

    /** Of payments of this order that callers wait for. */
    public List<PayLink> unsentLocked(long orderId) {
        return entities.createQuery("select l from PayLink l where l.orderId = :order and l.sentAt is null", PayLink.class).setParameter("order", orderId).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
    }

    /** Id of the conversation it was asked for in. */
    public long conversationOf(PayLink link) {
        return entities.createQuery("select w.interactionId from MenuWalk w where w.id = :walk", Long.class).setParameter("walk", link.walkId()).getSingleResult();
    }
}
