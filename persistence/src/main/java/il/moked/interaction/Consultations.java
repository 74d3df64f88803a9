// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction;

import il.moked.channel.Channel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Questions between colleagues. */
@ApplicationScoped
public class Consultations {
    private static final int MOST = 50;

    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    /** A question that waits for an answer, as the one who is asked sees it. */
    public record Asked(long interactionId, Channel channel, String customer, String question, String askerHebrewName, String askerEnglishName, Instant askedAt) {
        public String asker(String language) {
            return "he".equals(language) ? askerHebrewName : askerEnglishName;
        }
    }

    public void add(Consultation consultation) {
        entities.persist(consultation);
    }

    /** The open ones of a conversation, oldest first. */
    public List<Consultation> openOf(long interactionId) {
        return entities.createQuery("select c from Consultation c join fetch c.colleague join fetch c.askedBy join fetch c.question where c.interaction.id = :interaction and c.endedAt is null order by c.id", Consultation.class)
                .setParameter("interaction", interactionId).getResultList();
    }

    /** The newest question to a colleague about a conversation, open or not. */
    public Optional<Consultation> lastWith(long interactionId, long colleagueId) {
        return entities.createQuery("select c from Consultation c join fetch c.question where c.interaction.id = :interaction and c.colleague.id = :colleague order by c.id desc", Consultation.class)
                .setParameter("interaction", interactionId).setParameter("colleague", colleagueId).setMaxResults(1).getResultStream().findFirst();
    }

    /** What a colleague is asked and has not answered, oldest first. */
    public List<Asked> askedOf(long colleagueId) {
        return entities.createQuery("""
                select new il.moked.interaction.Consultations$Asked(i.id, i.channel, u.displayName, q.text, a.hebrewName, a.englishName, c.askedAt)
                from Consultation c join c.interaction i join i.customer u join c.question q join c.askedBy a
                where c.colleague.id = :colleague and c.endedAt is null order by c.askedAt, c.id""", Asked.class)
                .setParameter("colleague", colleagueId).setMaxResults(MOST).getResultList();
    }
}
