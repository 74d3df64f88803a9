// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import il.moked.channel.Channel;
import il.moked.customer.Segment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The waits and what is counted of them. Transactions only add rows; folding adds those up under a lease. Every read takes
 * folded and not yet folded in one statement, so it sees each increment exactly once while folding goes on. The cost of a
 * read depends on the number of lines and channels and on what came in the last seconds, not on history nor on how many
 * wait.
 */
@ApplicationScoped
public class LineCounts {
    private static final int AT_ONCE = 1000;
    private static final String SUMS = "offered, moved, answered, answered_in_time, abandoned, abandoned_in_time, short_abandons, wait_of_answered, wait_of_abandoned, finished, handling, targets";
    private static final String SUMMED = List.of(SUMS.split(", ")).stream().map(column -> "cast(sum(" + column + ") as bigint)").collect(Collectors.joining(", "));

    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    /** Sums of one queue and channel. */
    public record ByChannel(long queueId, Channel channel, LineSums sums) {
    }

    /** Sums of one queue in one quarter of an hour. */
    public record ByQuarter(Instant quarter, long queueId, LineSums sums) {
    }

    /** Sums of one quarter of an hour, queue, channel and segment. */
    public record Row(LineKey key, LineSums sums) {
    }

    /**
     * Who waits in a line on one channel now.
     *
     * @param overdue how many of them beyond their targets, as of some seconds ago
     * @param longest who waits longest, null when nobody does
     */
    public record Level(long queueId, Channel channel, long waiting, long overdue, Longest longest) {
    }

    /** @param late when his target is missed @param calendarCode of the calendar in whose hours the target runs, null: by the clock */
    public record Longest(long workItemId, Instant since, Instant late, Duration target, String calendarCode) {
    }

    public void add(LineRecord entered) {
        entities.persist(entered);
    }

    /** Adds to the counts of the quarter of an hour in which it happened. */
    public void count(LineRecord of, Instant at, LineSums sums) {
        entities.persist(new LineIncrement(of.keyAt(at), sums, 0));
    }

    /** The same for what ended a wait: it is overdue no longer, if it was. */
    public void ended(LineRecord wait, Instant at, LineSums sums) {
        // the end is written before, and holds the row: whoever finds waits overdue leaves this one out
        boolean wasOverdue = wait.overdueBy(at) && entities.createNativeQuery("update line_record set overdue = false where id = ?1 and overdue = true").setParameter(1, wait.id()).executeUpdate() == 1;
        entities.persist(new LineIncrement(wait.keyAt(at), sums, wasOverdue ? -1 : 0));
    }

    /**
     * Waits whose targets were missed lately are counted as overdue from now on: each is found once, by an index that holds
     * only those not found yet.
     *
     * @return how many; as many as {@code most} means that there may be more
     */
    public int findOverdue(Instant now, int most) {
        List<Object[]> late = rows("select id, queue_id, channel, segment from line_record where waits = true and overdue = false and late_at < ?1 order by late_at fetch first " + most + " rows only for update skip locked", row -> row, now);
        if (late.isEmpty()) {
            return 0;
        }
        entities.createNativeQuery("update line_record set overdue = true where id in (:ids)").setParameter("ids", late.stream().map(row -> number(row[0])).toList()).executeUpdate();
        late.stream().collect(Collectors.groupingBy(row -> new LineKey(LineKey.quarterOf(now), number(row[1]), Channel.valueOf((String) row[2]), Segment.valueOf((String) row[3])), Collectors.counting()))
                .forEach((key, more) -> entities.persist(new LineIncrement(key, LineSums.NONE, more)));
        return late.size();
    }

    /** The newest wait of a work item. Whoever changes it holds the item's lock. */
    public Optional<LineRecord> latest(long workItemId) {
        return entities.createQuery("select r from LineRecord r where r.workItemId = :item order by r.id desc", LineRecord.class).setParameter("item", workItemId).setMaxResults(1).getResultStream().findFirst();
    }

    /** All waits of a work item, first one first. */
    public List<LineRecord> recordsOf(long workItemId) {
        return entities.createQuery("select r from LineRecord r where r.workItemId = :item order by r.id", LineRecord.class).setParameter("item", workItemId).getResultList();
    }

    /**
     * Folds increments into the counts, unless another node is about it.
     *
     * @return how many were folded; as many as {@code most} means that there may be more
     */
    public int fold(int most) {
        if (entities.createNativeQuery("select id from line_fold where id = 1 for update skip locked").getResultList().isEmpty()) {
            return 0;
        }
        List<LineIncrement> increments = entities.createQuery("select i from LineIncrement i order by i.id", LineIncrement.class).setMaxResults(most).getResultList();
        Map<LineKey, LineSums> counts = new LinkedHashMap<>();
        Map<Place, Rise> levels = new HashMap<>();
        for (LineIncrement increment : increments) {
            counts.merge(increment.key(), increment.sums(), LineSums::plus);
            levels.merge(new Place(increment.key().queueId(), increment.key().channel()), new Rise(increment.sums().waiting(), increment.overdue()), Rise::plus);
        }
        counts.forEach((key, sums) -> {
            if (!sums.equals(LineSums.NONE)) {
                addUp(key, sums);
            }
        });
        levels.forEach(this::raise);
        List<Long> ids = increments.stream().map(LineIncrement::id).toList();
        entities.clear();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            entities.createQuery("delete from LineIncrement i where i.id in :ids").setParameter("ids", ids.subList(from, Math.min(ids.size(), from + AT_ONCE))).executeUpdate();
        }
        return ids.size();
    }

    private record Place(long queueId, Channel channel) {
    }

    private record Rise(long waiting, long overdue) {
        Rise plus(Rise other) {
            return new Rise(waiting + other.waiting, overdue + other.overdue);
        }
    }

    private void addUp(LineKey key, LineSums sums) {
        Query update = entities.createNativeQuery("""
                update line_count set offered = offered + ?5, moved = moved + ?6, answered = answered + ?7, answered_in_time = answered_in_time + ?8, abandoned = abandoned + ?9,
                abandoned_in_time = abandoned_in_time + ?10, short_abandons = short_abandons + ?11, wait_of_answered = wait_of_answered + ?12, wait_of_abandoned = wait_of_abandoned + ?13,
                finished = finished + ?14, handling = handling + ?15, targets = targets + ?16 where quarter = ?1 and queue_id = ?2 and channel = ?3 and segment = ?4""");
        if (filled(update, key, sums).executeUpdate() == 0) {
            filled(entities.createNativeQuery("insert into line_count (quarter, queue_id, channel, segment, " + SUMS + ") values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)"), key, sums).executeUpdate();
        }
    }

    private static Query filled(Query query, LineKey key, LineSums sums) {
        return query.setParameter(1, key.quarter()).setParameter(2, key.queueId()).setParameter(3, key.channel().name()).setParameter(4, key.segment().name())
                .setParameter(5, sums.offered()).setParameter(6, sums.moved()).setParameter(7, sums.answered()).setParameter(8, sums.answeredInTime()).setParameter(9, sums.abandoned())
                .setParameter(10, sums.abandonedInTime()).setParameter(11, sums.shortAbandons()).setParameter(12, sums.waitOfAnswered()).setParameter(13, sums.waitOfAbandoned())
                .setParameter(14, sums.finished()).setParameter(15, sums.handling()).setParameter(16, sums.targets());
    }

    private void raise(Place place, Rise by) {
        int known = entities.createNativeQuery("update line_level set waiting = waiting + ?3, overdue = overdue + ?4 where queue_id = ?1 and channel = ?2")
                .setParameter(1, place.queueId()).setParameter(2, place.channel().name()).setParameter(3, by.waiting()).setParameter(4, by.overdue()).executeUpdate();
        if (known == 0) {
            entities.createNativeQuery("insert into line_level (queue_id, channel, waiting, overdue) values (?1, ?2, ?3, ?4)")
                    .setParameter(1, place.queueId()).setParameter(2, place.channel().name()).setParameter(3, by.waiting()).setParameter(4, by.overdue()).executeUpdate();
        }
    }

    /** By queue and channel, of all quarters that begin at that moment or later. */
    public List<ByChannel> since(Instant from) {
        return rows("select queue_id, channel, " + SUMMED + " from (select queue_id, channel, " + SUMS + " from line_count where quarter >= ?1 union all select queue_id, channel, " + SUMS
                + " from line_increment where quarter >= ?1) s group by queue_id, channel order by queue_id, channel", row -> new ByChannel(number(row[0]), Channel.valueOf((String) row[1]), sums(row, 2)), from);
    }

    /** By quarter and queue, of all quarters that begin at that moment or later. */
    public List<ByQuarter> quartersSince(Instant from) {
        return rows("select quarter, queue_id, " + SUMMED + " from (select quarter, queue_id, " + SUMS + " from line_count where quarter >= ?1 union all select quarter, queue_id, " + SUMS
                + " from line_increment where quarter >= ?1) s group by quarter, queue_id order by quarter, queue_id", row -> new ByQuarter(instant(row[0]), number(row[1]), sums(row, 2)), from);
    }

    /**
     * In full detail, oldest first.
     *
     * @param to excluded
     * @param queueId null for all
     */
    public List<Row> between(Instant from, Instant to, Long queueId) {
        String where = " where quarter >= ?1 and quarter < ?2" + (queueId == null ? "" : " and queue_id = ?3");
        String sql = "select quarter, queue_id, channel, segment, " + SUMMED + " from (select quarter, queue_id, channel, segment, " + SUMS + " from line_count" + where
                + " union all select quarter, queue_id, channel, segment, " + SUMS + " from line_increment" + where + ") s group by quarter, queue_id, channel, segment order by quarter, queue_id, channel, segment";
        Function<Object[], Row> row = columns -> new Row(new LineKey(instant(columns[0]), number(columns[1]), Channel.valueOf((String) columns[2]), Segment.valueOf((String) columns[3])), sums(columns, 4));
        return queueId == null ? rows(sql, row, from, to) : rows(sql, row, from, to, queueId);
    }

    /** How many wait in a queue, on all channels; the lines themselves are not counted. */
    public long waitingIn(long queueId) {
        Object sum = entities.createNativeQuery("select coalesce(sum(waiting), 0) from (select waiting from line_level where queue_id = ?1 union all select offered - moved - answered - abandoned from line_increment where queue_id = ?1) u")
                .setParameter(1, queueId).getSingleResult();
        return Math.max(0, number(sum));
    }

    /** Who waits now, by queue and channel. */
    public List<Level> levels() {
        List<Object[]> found = rows("""
                select l.queue_id, l.channel, l.waiting, l.overdue, (select r.id from line_record r where r.waits = true and r.queue_id = l.queue_id and r.channel = l.channel order by r.waiting_since, r.id fetch first 1 rows only)
                from (select queue_id, channel, cast(sum(waiting) as bigint) as waiting, cast(sum(overdue) as bigint) as overdue from (select queue_id, channel, waiting, overdue from line_level
                union all select queue_id, channel, offered - moved - answered - abandoned, overdue from line_increment) u group by queue_id, channel) l order by l.queue_id, l.channel""", row -> row);
        Map<Long, Longest> longest = longest(found.stream().filter(row -> row[4] != null).map(row -> number(row[4])).toList());
        return found.stream().map(row -> level(row, longest)).toList();
    }

    private static Level level(Object[] row, Map<Long, Longest> longest) {
        long waiting = Math.max(0, number(row[2]));
        return new Level(number(row[0]), Channel.valueOf((String) row[1]), waiting, Math.max(0, Math.min(waiting, number(row[3]))), row[4] == null ? null : longest.get(number(row[4])));
    }

    private Map<Long, Longest> longest(List<Long> records) {
        Map<Long, Longest> longest = new TreeMap<>();
        if (!records.isEmpty()) {
            entities.createQuery("select r from LineRecord r where r.id in :ids", LineRecord.class).setParameter("ids", records).getResultList()
                    .forEach(record -> longest.put(record.id(), new Longest(record.workItemId(), record.waitingSince(), record.lateAt(), record.target(), record.calendarCode().orElse(null))));
        }
        return longest;
    }

    /**
     * Work items that wait and are not counted where they wait, or are counted and wait no longer: an event was missed, or
     * they are from before the counting began. The view is answered by an index that holds none but these. Those that
     * nobody else holds, held.
     */
    public List<WorkItem> miscounted(int most) {
        List<?> ids = entities.createNativeQuery("select id from miscounted_item").setMaxResults(most).getResultList();
        return ids.isEmpty() ? List.of() : entities.createQuery("select w from WorkItem w where w.id in :ids order by w.id", WorkItem.class).setParameter("ids", ids.stream().map(LineCounts::number).toList())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE).setHint("jakarta.persistence.lock.timeout", -2).getResultList();
    }

    /** The first of each line on each channel, begun before that moment, if no work item waits with it: it would stay the longest wait for ever. Its item is held. */
    public List<LineRecord> ownerless(Instant before) {
        return levels().stream().filter(level -> level.longest() != null).map(level -> latest(level.longest().workItemId()).orElse(null))
                .filter(record -> record != null && record.waits() && record.enteredAt().isBefore(before) && ownerless(record)).toList();
    }

    private boolean ownerless(LineRecord record) {
        WorkItem item = entities.find(WorkItem.class, record.workItemId());
        if (item != null && !item.waitsIn(record.queueId())) {
            entities.refresh(item, LockModeType.PESSIMISTIC_WRITE);
            // whoever held it may have ended the wait meanwhile
            entities.refresh(record);
        }
        return record.waits() && (item == null || !item.waitsIn(record.queueId()));
    }

    /**
     * Forgets waits that ended before that moment. They are read in the order in which they came, by their key.
     *
     * @param after the last one looked at, 0 at first
     * @return the last one looked at now; empty when all that are left are younger
     */
    public Optional<Long> forget(Instant before, long after, int most) {
        List<Object[]> oldest = rows("select id, entered_at, waits from line_record where id > ?1 order by id fetch first " + most + " rows only", row -> row, after);
        List<Long> old = oldest.stream().filter(row -> instant(row[1]).isBefore(before) && !(Boolean) row[2]).map(row -> number(row[0])).toList();
        if (!old.isEmpty()) {
            entities.createNativeQuery("delete from line_record where id in (:ids)").setParameter("ids", old).executeUpdate();
        }
        return oldest.stream().noneMatch(row -> instant(row[1]).isBefore(before)) ? Optional.empty() : Optional.of(number(oldest.get(oldest.size() - 1)[0]));
    }

    private <T> List<T> rows(String sql, Function<Object[], T> row, Object... parameters) {
        Query query = entities.createNativeQuery(sql);
        for (int place = 0; place < parameters.length; place++) {
            query.setParameter(place + 1, parameters[place]);
        }
        @SuppressWarnings("unchecked")
        List<Object[]> found = query.getResultList();
        return found.stream().map(row).toList();
    }

    private static LineSums sums(Object[] row, int from) {
        return new LineSums(number(row[from]), number(row[from + 1]), number(row[from + 2]), number(row[from + 3]), number(row[from + 4]), number(row[from + 5]), number(row[from + 6]), number(row[from + 7]),
                number(row[from + 8]), number(row[from + 9]), number(row[from + 10]), number(row[from + 11]));
    }

    private static long number(Object column) {
        return ((Number) column).longValue();
    }

    private static Instant instant(Object column) {
        return column instanceof OffsetDateTime zoned ? zoned.toInstant() : (Instant) column;
    }
}
