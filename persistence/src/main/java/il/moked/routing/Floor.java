// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import il.moked.agent.AwayReason;
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
    private static final String WRAP_UP = "WRAP_UP";

    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    /** An agent, his presence, and what he holds, oldest first. Capacity in units. */
    public record Person(long id, String userName, String hebrewName, String englishName, long teamId, Presence presence, AwayReason reason, Instant presentSince, int capacity, int used, List<Held> held) {
        public String name(String language) {
            return "he".equals(language) ? hebrewName : englishName;
        }

        public AgentState state() {
            return AgentState.of(presence, count(OFFERED), count(ACCEPTED), count(WRAP_UP));
        }

        /** Since when he is in that state, as far as it is known. */
        public Instant since() {
            return switch (state()) {
                case ON_OFFER -> earliest(OFFERED);
                case BUSY -> earliest(ACCEPTED);
                case WRAP_UP -> earliest(WRAP_UP);
                case AVAILABLE, AWAY, OFFLINE -> presentSince;
            };
        }

        public boolean roomLeft() {
            return presence == Presence.AVAILABLE && used < capacity;
        }

        private int count(String wanted) {
            return (int) held.stream().filter(work -> work.state().equals(wanted)).count();
        }

        private Instant earliest(String wanted) {
            return held.stream().filter(work -> work.state().equals(wanted)).map(Held::since).min(Instant::compareTo).orElse(presentSince);
        }
    }

    /** Work an agent holds, and since when. */
    public record Held(long workItemId, Long interactionId, String state, Channel channel, Segment segment, Instant since) {
        public boolean offered() {
            return OFFERED.equals(state);
        }
    }

    /** Everybody who ever came to work and is still of the staff, by team and name. */
    public List<Person> people() {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = entities.createNativeQuery("""
                select a.user_id, u.user_name, u.name_he, u.name_en, a.team_id, a.presence, a.away_reason, a.since, a.capacity, a.used_capacity,
                w.id, w.interaction_id, w.state, w.channel, w.segment, coalesce(case when w.state = 'OFFERED' then w.offered_at else w.served_at end, w.waiting_since)
                from agent a join staff_user u on u.id = a.user_id left join work_item w on w.agent_id = a.user_id and w.state in ('OFFERED', 'ACCEPTED', 'WRAP_UP')
                where u.active = true order by a.team_id, u.user_name, w.id""").getResultList();
        Map<Long, Person> people = new LinkedHashMap<>();
        for (Object[] row : rows) {
            Person person = people.computeIfAbsent(((Number) row[0]).longValue(), id -> new Person(id, (String) row[1], (String) row[2], (String) row[3], ((Number) row[4]).longValue(), Presence.valueOf((String) row[5]),
                    row[6] == null ? null : AwayReason.valueOf((String) row[6]), instant(row[7]), ((Number) row[8]).intValue(), ((Number) row[9]).intValue(), new ArrayList<>()));
            if (row[10] != null) {
                person.held().add(new Held(((Number) row[10]).longValue(), row[11] == null ? null : (Long) ((Number) row[11]).longValue(), (String) row[12], Channel.valueOf((String) row[13]), Segment.valueOf((String) row[14]), instant(row[15])));
            }
        }
        return List.copyOf(people.values());
    }

    private static Instant instant(Object column) {
        return column instanceof OffsetDateTime zoned ? zoned.toInstant() : (Instant) column;
    }
}
