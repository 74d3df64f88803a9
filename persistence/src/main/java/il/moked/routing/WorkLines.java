// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import il.moked.agent.WorkWeight;
import il.moked.channel.Channel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The lines of equal asks. There are as many as there are different asks, and they stay once they have been. */
@ApplicationScoped
public class WorkLines {
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
        entities.createNativeQuery("insert into work_line (id, queue_id, weight, interruptible, asked) values (nextval('work_line_seq'), ?1, ?2, ?3, ?4) on conflict do nothing")
                .setParameter(1, line.queueId()).setParameter(2, line.weight().units()).setParameter(3, line.weight().interruptible()).setParameter(4, line.asked().text()).executeUpdate();
        // not remembered before it is committed: the next contact of its kind finds it
        return ((Number) entities.createNativeQuery("select id from work_line where queue_id = ?1 and weight = ?2 and interruptible = ?3 and asked = ?4").setFlushMode(FlushModeType.COMMIT)
                .setParameter(1, line.queueId()).setParameter(2, line.weight().units()).setParameter(3, line.weight().interruptible()).setParameter(4, line.asked().text()).getSingleResult()).longValue();
    }

    /**
     * The first items of each line of a queue, by due time, as the router sees them. Nothing is locked: whoever is offered
     * one claims it first.
     *
     * @param most items of each line
     * @param backOff who declined an item is asked again after this long
     */
    public List<WaitingItem> heads(long queueId, int most, Duration backOff) {
        List<Long> waiting = waiting(queueId);
        if (waiting.isEmpty()) {
            return List.of();
        }
        String heads = waiting.stream().map(line -> """
                (select id, line_id, channel, waiting_since, due_at, target_seconds, preferred_agent_id, last_declined_by, declined_at from work_item
                where line_id = %d and state = 'WAITING' order by due_at, id fetch first %d rows only)""".formatted(line, most)).collect(Collectors.joining(" union all "));
        @SuppressWarnings("unchecked")
        List<Object[]> rows = entities.createNativeQuery(heads).setFlushMode(FlushModeType.COMMIT).getResultList();
        return rows.stream().map(row -> item(row, backOff)).toList();
    }

    private WaitingItem item(Object[] row, Duration backOff) {
        WorkLine line = lines.get(((Number) row[1]).longValue());
        Map<Long, Instant> notBefore = new HashMap<>();
        if (row[7] != null) {
            notBefore.put(((Number) row[7]).longValue(), instant(row[8]).plus(backOff));
        }
        return new WaitingItem(((Number) row[0]).longValue(), line.queueId(), Channel.valueOf((String) row[2]), line.weight(), line.asked(), instant(row[3]), instant(row[4]), Duration.ofSeconds(((Number) row[5]).longValue()),
                row[6] == null ? null : ((Number) row[6]).longValue(), notBefore);
    }

    /** Lines of a queue in which something waits. */
    private List<Long> waiting(long queueId) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = entities.createNativeQuery("""
                select l.id, l.weight, l.interruptible, l.asked from work_line l where l.queue_id = ?1
                and exists (select 1 from work_item w where w.line_id = l.id and w.state = 'WAITING')""").setParameter(1, queueId).getResultList();
        return rows.stream().map(row -> {
            long id = ((Number) row[0]).longValue();
            WorkLine line = lines.computeIfAbsent(id, unknown -> new WorkLine(queueId, new WorkWeight(((Number) row[1]).intValue(), (Boolean) row[2]), Requirement.parse((String) row[3])));
            ids.put(line, id);
            return id;
        }).toList();
    }

    private static Instant instant(Object column) {
        return column instanceof OffsetDateTime zoned ? zoned.toInstant() : (Instant) column;
    }
}
