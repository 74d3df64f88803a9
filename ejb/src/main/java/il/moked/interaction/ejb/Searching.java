// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.ejb;

import il.moked.access.Role;
import il.moked.channel.Channel;
import il.moked.interaction.Interaction;
import il.moked.interaction.Message;
import il.moked.shared.BusinessException;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.search.mapper.orm.Search;

/** Finds messages by their words, of whatever age: all words must be in the message or its subject, best matches first. */
@Stateless
@RolesAllowed({Role.AGENT, Role.SUPERVISOR})
public class Searching {
    public static final int SHORTEST = 2;
    private static final int LONGEST = 200;

    @PersistenceContext(unitName = "moked")
    EntityManager entities;
    @Inject
    DomainEvents events;

    /** @param snippets pieces of the message with what was found between {@code ⟦} and {@code ⟧} */
    public record Found(long interactionId, String reference, Channel channel, String customer, String subject, Instant at, boolean open, List<String> snippets) {
    }

    /** @param more whether another page follows */
    public record FoundPage(List<Found> rows, boolean more) {
    }

    private record Hit(Long messageId, List<String> snippets) {
    }

    public FoundPage find(String words, int page, int size) {
        String wanted = words == null ? "" : words.strip();
        if (wanted.length() < SHORTEST || wanted.length() > LONGEST) {
            throw new BusinessException("interaction.search-length", SHORTEST, LONGEST);
        }
        List<Hit> hits = Search.session(entities).search(Message.class)
                .select(f -> f.composite().from(f.id(Long.class), f.highlight("text")).as(Hit::new))
                .where(f -> f.simpleQueryString().field("text").field("interaction.subject").boost(2).matching(wanted).defaultOperator(org.hibernate.search.engine.search.common.BooleanOperator.AND))
                .highlighter(f -> f.unified().tag("⟦", "⟧").numberOfFragments(2).fragmentSize(120))
                .fetchHits(page * size, size + 1);
        List<Hit> shown = hits.subList(0, Math.min(size, hits.size()));
        Map<Long, Found> rows = rows(shown);
        events.tell(new InteractionActed(null, null, "interaction.searched", false));
        return new FoundPage(shown.stream().map(hit -> rows.get(hit.messageId())).filter(java.util.Objects::nonNull).toList(), hits.size() > size);
    }

    /** The index may be behind the database; what is no longer there is left out. */
    private Map<Long, Found> rows(List<Hit> hits) {
        Map<Long, List<String>> snippets = hits.stream().collect(Collectors.toMap(Hit::messageId, Hit::snippets));
        if (hits.isEmpty()) {
            return Map.of();
        }
        return entities.createQuery("select m.id, i.id, i.reference, i.channel, c.displayName, i.subject, m.at, i.state from Message m join m.interaction i join i.customer c where m.id in :ids", Object[].class)
                .setParameter("ids", snippets.keySet()).getResultStream()
                .collect(Collectors.toMap(row -> (Long) row[0], (Function<Object[], Found>) row -> new Found((Long) row[1], (String) row[2], (Channel) row[3], (String) row[4], (String) row[5], (Instant) row[6],
                        row[7] == Interaction.State.OPEN, snippets.get((Long) row[0]))));
    }
}
