// SPDX-License-Identifier: Apache-2.0
package il.moked.channel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What providers took over, by their ids. */
@ApplicationScoped
public class SentParts {
    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    /** The part of that id, locked; made when neither an answer nor a report of it came before. */
    public SentPart getLocked(long accountId, String providerId, Instant now) {
        String id = InboundMessage.idInColumn(providerId);
        entities.createNativeQuery("insert into sent_part (account_id, provider_id, standing, standing_at) values (?1, ?2, 'ACCEPTED', ?3) on conflict do nothing")
                .setParameter(1, accountId).setParameter(2, id).setParameter(3, now).executeUpdate();
        return entities.find(SentPart.class, new SentPart.Key(accountId, id), LockModeType.PESSIMISTIC_WRITE);
    }

    /** The newest that was sent to the recipient before that moment, by the provider's id. */
    public Optional<String> lastTo(long accountId, String recipient, Instant before) {
        return entities.createQuery("""
                select p.key.providerId from SentPart p, OutboundMessage o
                where o.id = p.outboundId and o.accountId = :account and o.recipient = :recipient and o.createdAt <= :before order by o.id desc, p.key.providerId""", String.class)
                .setParameter("account", accountId).setParameter("recipient", recipient).setParameter("before", before).setMaxResults(1).getResultStream().findFirst();
    }

    /** The parts of a message as it was sent last. */
    public List<SentPart> of(OutboundMessage outbound) {
        return entities.createQuery("select p from SentPart p where p.outboundId = :outbound and p.sending = :sending", SentPart.class).setParameter("outbound", outbound.id()).setParameter("sending", outbound.sending()).getResultList();
    }
}
