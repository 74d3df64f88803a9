// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is shown in the app, in an order that never changes, and to whom. */
@ApplicationScoped
public class AppBoxes {
    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    /** @param position of the message in the list */
    public record Shown(int position, Message message) {
    }

    public void add(AppSession session) {
        entities.persist(session);
    }

    public Optional<AppSession> session(String secretHash) {
        return entities.createQuery("select s from AppSession s where s.secretHash = :hash", AppSession.class).setParameter("hash", secretHash).getResultStream().findFirst();
    }

    public Optional<AppSession> session(long id) {
        return Optional.ofNullable(entities.find(AppSession.class, id));
    }

    /**
     * Puts a message at the end of the list, once. The counter's row is held until the transaction ends, so that nobody sees
     * a place while an earlier one is still missing.
     *
     * @return whether it was not there yet
     */
    public boolean show(long accountId, String address, long messageId) {
        if (next(accountId, address) == 0) {
            entities.createNativeQuery("insert into app_box (account_id, address, last_position) values (?1, ?2, 0) on conflict do nothing").setParameter(1, accountId).setParameter(2, address).executeUpdate();
            next(accountId, address);
        }
        return entities.createNativeQuery("""
                insert into app_line (account_id, address, position, message_id)
                select account_id, address, last_position, cast(?3 as bigint) from app_box where account_id = ?1 and address = ?2 and not exists (select 1 from app_line where message_id = ?3)""")
                .setParameter(1, accountId).setParameter(2, address).setParameter(3, messageId).executeUpdate() == 1;
    }

    private int next(long accountId, String address) {
        return entities.createNativeQuery("update app_box set last_position = last_position + 1 where account_id = ?1 and address = ?2").setParameter(1, accountId).setParameter(2, address).executeUpdate();
    }

    /** In order of their places. */
    public List<Shown> after(long accountId, String address, int position, int most) {
        List<?> rows = entities.createNativeQuery("select position, message_id from app_line where account_id = ?1 and address = ?2 and position > ?3 order by position")
                .setParameter(1, accountId).setParameter(2, address).setParameter(3, position).setMaxResults(most).getResultList();
        return rows.stream().map(row -> (Object[]) row).map(row -> new Shown(((Number) row[0]).intValue(), entities.find(Message.class, ((Number) row[1]).longValue()))).toList();
    }

    /** The message at a place; empty when there is none. */
    public Optional<Message> at(long accountId, String address, int position) {
        return after(accountId, address, position - 1, 1).stream().filter(shown -> shown.position() == position).map(Shown::message).findFirst();
    }

    public boolean shows(long accountId, String address, long messageId) {
        return !entities.createNativeQuery("select position from app_line where account_id = ?1 and address = ?2 and message_id = ?3")
                .setParameter(1, accountId).setParameter(2, address).setParameter(3, messageId).getResultList().isEmpty();
    }

    public Optional<AppSubscription> subscription(String endpointHash) {
        return entities.createQuery("select s from AppSubscription s where s.endpointHash = :hash", AppSubscription.class).setParameter("hash", endpointHash).getResultStream().findFirst();
    }

    /** Of sessions that are valid now. */
    public List<AppSubscription> subscriptions(long accountId, String address, Instant now, int most) {
        return entities.createQuery("""
                select p from AppSubscription p, AppSession s where p.sessionId = s.id and s.accountId = :account and s.address = :address and s.revokedAt is null and s.expiresAt > :now order by p.id desc""", AppSubscription.class)
                .setParameter("account", accountId).setParameter("address", address).setParameter("now", now).setMaxResults(most).getResultList();
    }

    public long subscriptionsOf(long sessionId) {
        return entities.createQuery("select count(p) from AppSubscription p where p.sessionId = :session", Long.class).setParameter("session", sessionId).getSingleResult();
    }

    public void add(AppSubscription subscription) {
        entities.persist(subscription);
    }

    public void remove(long subscriptionId) {
        entities.createQuery("delete from AppSubscription p where p.id = :id").setParameter("id", subscriptionId).executeUpdate();
    }

    public void removeOf(long sessionId) {
        entities.createQuery("delete from AppSubscription p where p.sessionId = :session").setParameter("session", sessionId).executeUpdate();
    }
}
