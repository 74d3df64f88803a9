// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import il.moked.agent.WorkWeight;
import il.moked.channel.Channel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The lines of equal asks. There are as many as there are different asks, and they stay once they have been. */
@ApplicationScoped
public class WorkLines {
    private static final String COLUMNS = "w.id, w.line_id, w.waiting_since, w.due_at, w.target_seconds, w.preferred_agent_id, w.declined_by";

    private final Map<WorkLine, Long> ids = new ConcurrentHashMap<>();
    private final Map<Long, WorkLine> lines = new ConcurrentHashMap<>();

    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    /** The number of a line; it is made when it is the first of its kind. */
    public long idOf(WorkLine line) {
        Long known = ids.get(line);
        if (known != null) {
            return known;
        }
        key(line, entities.createNativeQuery("insert into work_line (id, queue_id, channel, weight, interruptible, asked) values (nextval('work_line_seq'), ?1, ?2, ?3, ?4, ?5) on conflict do nothing")).executeUpdate();
        // not remembered before it is committed: the next contact of its kind finds it
        return ((Number) key(line, entities.createNativeQuery("select id from work_line where queue_id = ?1 and channel = ?2 and weight = ?3 and interruptible = ?4 and asked = ?5").setFlushMode(FlushModeType.COMMIT)).getSingleResult()).longValue();
    }

    private static Query key(WorkLine line, Query query) {
        return query.setParameter(1, line.queueId()).setParameter(2, line.channel().name()).setParameter(3, line.weight().units()).setParameter(4, line.weight().interruptible()).setParameter(5, line.asked().text());
    }

    /**
     * What waits for a team, read when it is asked for. Nothing is locked: whoever is offered an item claims it first.
     *
     * @param backOff who declined an item is asked again after this long
     */
    public WaitingLines of(long teamId, Duration backOff) {
        return new Waiting("""
                select l.id from work_line l where l.channel <> 'BRANCH' and l.queue_id in (select q.id from work_queue q where q.team_id = ?1
                and exists (select 1 from work_item w where w.queue_id = q.id and w.state = 'WAITING'))""", teamId, backOff);
    }

    /** Who stands before the counters of that queue: they are called by whoever is free to serve them, and offered to nobody. */
    public WaitingLines inPerson(long queueId, Duration backOff) {
        return new Waiting("select l.id from work_line l where l.channel = 'BRANCH' and l.queue_id = ?1", queueId, backOff);
    }

    private final class Waiting implements WaitingLines {
        private final String which;
        private final long whose;
        private final Duration backOff;
        private List<WorkLine> all;

        /** @param which lines, in SQL with the parameter ?1 */
        Waiting(String which, long whose, Duration backOff) {
            this.which = which;
            this.whose = whose;
            this.backOff = backOff;
        }

        @Override
        public Collection<WorkLine> lines() {
            if (all == null) {
                @SuppressWarnings("unchecked")
                List<Number> found = entities.createNativeQuery(which).setParameter(1, whose).setFlushMode(FlushModeType.COMMIT).getResultList();
                List<Long> numbers = found.stream().map(Number::longValue).toList();
                learn(numbers.stream().filter(id -> !lines.containsKey(id)).toList());
                all = numbers.stream().map(lines::get).toList();
            }
            return all;
        }

        @Override
        public List<WaitingItem> heads(Map<WorkLine, Instant> since) {
            Map<Instant, List<WorkLine>> bySince = since.entrySet().stream().collect(Collectors.groupingBy(Map.Entry::getValue, Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
            List<WaitingItem> heads = new ArrayList<>();
            bySince.forEach((moment, wanted) -> heads.addAll(heads(moment, wanted)));
            return heads;
        }

        /** One step down the index for each line; the lines as an array, so that it is one statement however many there are. */
        private List<WaitingItem> heads(Instant since, List<WorkLine> wanted) {
            Query query = entities.createNativeQuery("select " + COLUMNS + """
                     from work_line l join work_item w on w.id = (select h.id from work_item h where h.line_id = l.id and h.state = 'WAITING'%s order by h.due_at, h.id fetch first 1 rows only)
                    where l.id = any(:lines)""".formatted(since.equals(Instant.MAX) ? "" : " and h.waiting_since <= :since")).setParameter("lines", wanted.stream().map(ids::get).toArray(Long[]::new));
            return items(waited(query, since));
        }

        @Override
        public List<WaitingItem> behind(WaitingItem item, Instant since, int most) {
            Query query = entities.createNativeQuery("select " + COLUMNS + """
                     from work_item w where w.line_id = :line and w.state = 'WAITING' and w.due_at >= :due and (w.due_at > :due or w.id > :id)%s
                    order by w.due_at, w.id""".formatted(since.equals(Instant.MAX) ? "" : " and w.waiting_since <= :since"))
                    .setParameter("line", ids.get(item.line())).setParameter("due", item.dueAt()).setParameter("id", item.id()).setMaxResults(most);
            return items(waited(query, since));
        }

        private static Query waited(Query query, Instant since) {
            return since.equals(Instant.MAX) ? query : query.setParameter("since", since);
        }

        @SuppressWarnings("unchecked")
        private List<WaitingItem> items(Query query) {
            List<Object[]> rows = query.setFlushMode(FlushModeType.COMMIT).getResultList();
            return rows.stream().map(this::item).toList();
        }

        private WaitingItem item(Object[] row) {
            WorkLine line = lines.get(((Number) row[1]).longValue());
            return new WaitingItem(((Number) row[0]).longValue(), line.queueId(), line.channel(), line.weight(), line.asked(), instant(row[2]), instant(row[3]), Duration.ofSeconds(((Number) row[4]).longValue()),
                    row[5] == null ? null : ((Number) row[5]).longValue(), Declines.read((String) row[6]).until(backOff));
        }
    }

    /** A line never changes. */
    private void learn(List<Long> unknown) {
        if (unknown.isEmpty()) {
            return;
        }
        @SuppressWarnings("unchecked")
        List<Object[]> rows = entities.createNativeQuery("select l.id, l.queue_id, l.channel, l.weight, l.interruptible, l.asked from work_line l where l.id in (:unknown)").setParameter("unknown", unknown).setFlushMode(FlushModeType.COMMIT).getResultList();
        for (Object[] row : rows) {
            long id = ((Number) row[0]).longValue();
            WorkLine line = new WorkLine(((Number) row[1]).longValue(), Channel.valueOf((String) row[2]), new WorkWeight(((Number) row[3]).intValue(), (Boolean) row[4]), Requirement.parse((String) row[5]));
            lines.put(id, line);
            ids.put(line, id);
        }
    }

    private static Instant instant(Object column) {
        return column instanceof OffsetDateTime zoned ? zoned.toInstant() : (Instant) column;
    }
}
