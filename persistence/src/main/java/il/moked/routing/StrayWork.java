// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Conversations whose work is not where it should be, because something that happened was not told or because its agent is
 * gone. Ids of conversations; whoever mends one locks it and looks again. Each question walks an index over what is open, or
 * over what happened lately, never over history: where a join would tempt the database to read it all, the other table is asked
 * row by row, in the order of that index.
 */
@ApplicationScoped
public class StrayWork {
    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    /** Customers who wait although nothing of theirs waits or is served. @param writtenAfter how far back to look */
    public List<Long> waitingForNobody(Instant writtenAfter, int most) {
        return ids(entities.createNativeQuery("""
                select i.id from interaction i left join work_item w on w.interaction_id = i.id
                where i.state = 'OPEN' and i.last_message_at > :after and i.waiting_since is not null and (w.id is null or w.state in ('PARKED', 'DONE', 'ABANDONED')) order by i.last_message_at""")
                .setParameter("after", writtenAfter), most);
    }

    /** Conversations an agent has, whose work is not his. */
    public List<Long> ownedElsewhere(int most) {
        return ids(entities.createNativeQuery("""
                select i.id from interaction i where i.state = 'OPEN' and i.owner_id is not null
                and coalesce((select case when w.agent_id = i.owner_id and w.state in ('ACCEPTED', 'PARKED') then 1 else 0 end from work_item w where w.interaction_id = i.id), 0) <> 1
                order by i.owner_id, i.id"""), most);
    }

    /** Conversations in work that nobody has. */
    public List<Long> servedByNobody(int most) {
        return ids(entities.createNativeQuery("""
                select w.interaction_id from work_item w where w.state = 'ACCEPTED'
                and coalesce((select 1 from interaction i where i.id = w.interaction_id and (i.owner_id is not null or i.state <> 'OPEN')), 0) <> 1 order by w.agent_id"""), most);
    }

    /** Conversations closed lately whose work waits, now or for a moment picked, or is put aside. */
    public List<Long> workOnClosed(Instant closedAfter, int most) {
        return ids(entities.createNativeQuery("""
                select i.id from interaction i join work_item w on w.interaction_id = i.id
                where i.closed_at > :after and i.state = 'CLOSED' and w.state in ('SCHEDULED', 'WAITING', 'OFFERED', 'ACCEPTED', 'PARKED')""").setParameter("after", closedAfter), most);
    }

    /** Callers who hung up lately and still wait. */
    public List<Long> waitingThoughGone(Instant endedAfter, int most) {
        return ids(entities.createNativeQuery("""
                select w.interaction_id from phone_call c join work_item w on w.interaction_id = c.interaction_id
                where c.ended_at > :after and c.outcome = 'ABANDONED' and w.kind = 'CONTACT' and w.channel = 'PHONE' and w.state in ('WAITING', 'OFFERED')""").setParameter("after", endedAfter), most);
    }

    /** Conversations whose call ended lately, and whose agent, ready for more since before that, never began to sum it up. */
    public List<Long> notSummedUp(Instant endedAfter, int most) {
        return ids(entities.createNativeQuery("""
                select i.id from phone_call c join interaction i on i.id = c.interaction_id join agent a on a.user_id = i.owner_id
                where c.ended_at > :after and c.outcome = 'ANSWERED' and i.state = 'OPEN' and a.presence = 'AVAILABLE' and a.since < c.ended_at and a.extension = c.extension""").setParameter("after", endedAfter), most);
    }

    private static final String LEFT = """
             from work_item w join agent a on a.user_id = w.agent_id join interaction i on i.id = w.interaction_id left join agent_seen s on s.user_id = a.user_id
            where w.state = 'ACCEPTED' and w.channel <> 'BRANCH' and a.presence = 'OFFLINE' and (s.seen_at is null or s.seen_at < :closed)
            and not exists (select 1 from phone_call c where c.interaction_id = i.id and c.answered_at is not null and c.ended_at is null)
            and (a.since < :left and coalesce(w.held_at, w.served_at, w.waiting_since) < :left
              or i.waiting_since > a.since and i.waiting_since > coalesce(w.held_at, w.served_at, w.waiting_since)
              or exists (select 1 from phone_call c where c.interaction_id = i.id and c.direction = 'INBOUND' and c.queued_at is not null and c.answered_at is null and c.ended_at is null))""";

    /**
     * Work of agents who left: what they have had for longer than they may keep it, what its customer has written to since,
     * and callers who wait for them on the line. Not what is spoken of just now: the call goes on.
     * Nor who stands at a counter: he is still there when its clerk comes back.
     *
     * @param deskClosed a desk not seen since then is closed @param kept how long an agent who left keeps what is his
     */
    public List<Long> ofWhoLeft(Instant deskClosed, Duration kept, Instant now, int most) {
        return ids(left("select w.interaction_id" + LEFT + " order by w.waiting_since", deskClosed, kept, now), most);
    }

    /** The same question of one conversation. */
    public boolean leftBehind(long interactionId, Instant deskClosed, Duration kept, Instant now) {
        return !left("select 1" + LEFT + " and i.id = :interaction", deskClosed, kept, now).setParameter("interaction", interactionId).getResultList().isEmpty();
    }

    private Query left(String query, Instant deskClosed, Duration kept, Instant now) {
        return entities.createNativeQuery(query).setParameter("closed", deskClosed).setParameter("left", now.minus(kept));
    }

    private static List<Long> ids(Query query, int most) {
        List<?> rows = query.setMaxResults(most).getResultList();
        return rows.stream().map(id -> ((Number) id).longValue()).distinct().toList();
    }
}
