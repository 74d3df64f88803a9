// SPDX-License-Identifier: Apache-2.0
package il.moked.channel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;

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

    public List<SentPart> of(long outboundId) {
        return entities.createQuery("select p from SentPart p where p.outboundId = :outbound", SentPart.class).setParameter("outbound", outboundId).getResultList();
    }
}
