// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import il.moked.agent.AwayReason;
import il.moked.agent.Capacity;
import il.moked.agent.Presence;
import il.moked.channel.Channel;
import il.moked.customer.Segment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The people of the service and what each has in hand. One read, as large as the people and what they hold. */
@ApplicationScoped
public class Floor {
    private static final String OFFERED = "OFFERED";
    private static final String ACCEPTED = "ACCEPTED";

    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    /** An agent, his presence, and what he holds, oldest first. Capacity in units. */
    public record Person(long id, String userName, String hebrewName, String englishName, long teamId, Presence presence, AwayReason reason, Instant presentSince, int capacity, int usedPrimary, int usedInterruptible, List<Held> held) {
        public String name(String language) {
            return "he".equals(language) ? hebrewName : englishName;
        }

        public AgentState state() {
            return AgentState.of(presence, count(OFFERED), count(ACCEPTED));
        }

        /** Since when he is in that state, as far as it is known. */
        public Instant since() {
            return switch (state()) {
                case ON_OFFER -> earliest(OFFERED);
                case BUSY -> earliest(ACCEPTED);
                case AVAILABLE, WRAP_UP, AWAY, OFFLINE -> presentSince;
            };
        }

        /** Units taken by what he was offered and serves. */
        public int used() {
            return usedPrimary + usedInterruptible;
        }

        public boolean roomLeft() {
            return presence == Presence.AVAILABLE && new Capacity(capacity, usedPrimary, usedInterruptible).hasRoom();
        }

        private int count(String wanted) {
            return (int) held.stream().filter(work -> work.state().equals(wanted)).count();
        }

        private Instant earliest(String wanted) {
            return held.stream().filter(work -> work.state().equals(wanted)).map(Held::since).min(Instant::compareTo).orElse(presentSince);
        }
    }

    /** Work an agent holds, and since when. */
    public record Held(long workItemId, Long interactionId, String state, Channel channel, Segment segment, Instant since, String subject) {
        public boolean conversation() {
            return interactionId != null;
        }

        /** Whether a customer is being spoken to, so that a supervisor may want to listen. */
        public boolean call() {
            return ACCEPTED.equals(state) && channel.dialled();
        }

        public boolean offered() {
            return OFFERED.equals(state);
        }
    }

    /** Everybody who ever came to work and is still of the staff, by team and name. */
    public List<Person> people() {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = entities.createNativeQuery("""
                select a.user_id, u.user_name, u.name_he, u.name_en, a.team_id, a.presence, a.away_reason, a.since, a.capacity, a.used_capacity, a.used_interruptible,
                w.id, w.interaction_id, w.state, w.channel, w.segment, coalesce(case when w.state = 'OFFERED' then w.offered_at else w.served_at end, w.waiting_since), i.subject
                from agent a join staff_user u on u.id = a.user_id left join work_item w on w.agent_id = a.user_id and w.state in ('OFFERED', 'ACCEPTED')
                left join interaction i on i.id = w.interaction_id
                where u.active = true order by a.team_id, u.user_name, w.id""").getResultList();
        Map<Long, Person> people = new LinkedHashMap<>();
        for (Object[] row : rows) {
            Person person = people.computeIfAbsent(((Number) row[0]).longValue(), id -> new Person(id, (String) row[1], (String) row[2], (String) row[3], ((Number) row[4]).longValue(), Presence.valueOf((String) row[5]),
                    row[6] == null ? null : AwayReason.valueOf((String) row[6]), instant(row[7]), ((Number) row[8]).intValue(), ((Number) row[9]).intValue(), ((Number) row[10]).intValue(), new ArrayList<>()));
            if (row[11] != null) {
                person.held().add(new Held(((Number) row[11]).longValue(), row[12] == null ? null : (Long) ((Number) row[12]).longValue(), (String) row[13], Channel.valueOf((String) row[14]), Segment.valueOf((String) row[15]),
                        instant(row[16]), row[17] == null ? "" : (String) row[17]));
            }
        }
        return List.copyOf(people.values());
    }

    /** Who waits in a line, in the order in which they are served. */
    public record Waiter(long workItemId, Long interactionId, Channel channel, Segment segment, Instant since, Instant due, String subject) {
        public boolean conversation() {
            return interactionId != null;
        }
    }

    public List<Waiter> next(long queueId, int most) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = entities.createNativeQuery("""
                select w.id, w.interaction_id, w.channel, w.segment, w.waiting_since, w.due_at, i.subject from work_item w left join interaction i on i.id = w.interaction_id
                where w.queue_id = ?1 and w.state = 'WAITING' order by w.due_at, w.id""").setParameter(1, queueId).setMaxResults(most).getResultList();
        return rows.stream().map(row -> new Waiter(((Number) row[0]).longValue(), row[1] == null ? null : (Long) ((Number) row[1]).longValue(), Channel.valueOf((String) row[2]), Segment.valueOf((String) row[3]), instant(row[4]), instant(row[5]),
                row[6] == null ? "" : (String) row[6])).toList();
    }

    /** Names of the skills by code. */
    public Map<String, String> skillNames(String language) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = entities.createNativeQuery("select code, name_he, name_en from skill").getResultList();
        Map<String, String> names = new LinkedHashMap<>();
        rows.forEach(row -> names.put((String) row[0], (String) ("he".equals(language) ? row[1] : row[2])));
        return names;
    }

    private static Instant instant(Object column) {
        return column instanceof OffsetDateTime zoned ? zoned.toInstant() : (Instant) column;
    }
}
