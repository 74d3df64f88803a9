// SPDX-License-Identifier: Apache-2.0
package il.moked.channel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Everything to be sent. */
@ApplicationScoped
public class Outbox {
    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    public void add(OutboundMessage message) {
        entities.persist(message);
    }

    public Optional<OutboundMessage> findLocked(long id) {
        return Optional.ofNullable(entities.find(OutboundMessage.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    public Optional<OutboundMessage> findFor(long messageId) {
        return entities.createQuery("select o from OutboundMessage o where o.messageId = :message", OutboundMessage.class)
                .setParameter("message", messageId).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultStream().findFirst();
    }

    /** Accounts that have something to send now. */
    public List<Long> accountsDue(Instant now) {
        @SuppressWarnings("unchecked")
        List<Number> accounts = entities.createNativeQuery("select a.id from channel_account a where exists (select 1 from outbound_message o where o.account_id = a.id and o.state = 'PENDING' and o.next_attempt_at <= ?1) order by a.id").setParameter(1, now).getResultList();
        return accounts.stream().map(Number::longValue).toList();
    }

    /** Messages of an account whose time has come, oldest first. */
    public List<Long> due(long accountId, Instant now, int most) {
        return entities.createQuery("select o.id from OutboundMessage o where o.accountId = :account and o.state = :pending and o.nextAttemptAt <= :now order by o.nextAttemptAt, o.id", Long.class)
                .setParameter("account", accountId).setParameter("pending", OutboundMessage.State.PENDING).setParameter("now", now).setMaxResults(most).getResultList();
    }

    /** The account a message is to leave by now; empty when it is not its time, or somebody is at it. */
    public Optional<Long> accountOfDue(long id, Instant now) {
        return entities.createQuery("select o.accountId from OutboundMessage o where o.id = :id and o.state = :pending and o.nextAttemptAt <= :now", Long.class)
                .setParameter("id", id).setParameter("pending", OutboundMessage.State.PENDING).setParameter("now", now).getResultStream().findFirst();
    }

    /** Messages whose sender died in the middle. */
    public List<OutboundMessage> abandoned(Instant now, int most) {
        return entities.createQuery("select o from OutboundMessage o where o.state = :sending and o.leaseUntil < :now order by o.id", OutboundMessage.class)
                .setParameter("sending", OutboundMessage.State.SENDING).setParameter("now", now).setMaxResults(most).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
    }

    /** @return how many automatic mails the address was already sent that day */
    public int automaticMails(String address, LocalDate day) {
        List<?> sent = entities.createNativeQuery("select sent from automatic_mail where address = ?1 and sent_on = ?2")
                .setParameter(1, address).setParameter(2, day).setFlushMode(FlushModeType.COMMIT).getResultList();
        return sent.isEmpty() ? 0 : ((Number) sent.get(0)).intValue();
    }

    public void countAutomaticMail(String address, LocalDate day) {
        int counted = entities.createNativeQuery("update automatic_mail set sent = sent + 1 where address = ?1 and sent_on = ?2")
                .setParameter(1, address).setParameter(2, day).setFlushMode(FlushModeType.COMMIT).executeUpdate();
        if (counted == 0) {
            entities.createNativeQuery("insert into automatic_mail (address, sent_on, sent) values (?1, ?2, 1) on conflict do nothing")
                    .setParameter(1, address).setParameter(2, day).executeUpdate();
        }
    }
}
