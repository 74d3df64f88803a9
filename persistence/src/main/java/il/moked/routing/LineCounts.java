// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import il.moked.channel.Channel;
import il.moked.customer.Segment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
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
    private static final String SUMS = "offered, moved, answered, answered_in_time, abandoned, abandoned_in_time, short_abandons, wait_of_answered, wait_of_abandoned, finished, handling";
    private static final String SUMMED = List.of(SUMS.split(", ")).stream().map(column -> "cast(sum(" + column + ") as bigint)").collect(Collectors.joining(", "));

    private static final String WAITING_ITEM = "select 1 from work_item w where w.id = r.work_item_id and w.queue_id = r.queue_id and w.state in ('WAITING', 'OFFERED')";

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
     * @param longest who waits longest, null when nobody does
     */
    public record Level(long queueId, Channel channel, long waiting, Longest longest) {
    }

    /** @param late when his target is missed */
    public record Longest(long workItemId, Instant since, Instant late) {
    }

    public void add(LineRecord entered) {
        entities.persist(entered);
    }

    /** Adds to the counts of the quarter of an hour in which it happened. */
    public void count(LineRecord of, Instant at, LineSums sums) {
        entities.persist(new LineIncrement(of.keyAt(at), sums));
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
        Map<Place, Long> levels = new HashMap<>();
        for (LineIncrement increment : increments) {
            counts.merge(increment.key(), increment.sums(), LineSums::plus);
            levels.merge(new Place(increment.key().queueId(), increment.key().channel()), increment.sums().waiting(), Long::sum);
        }
        counts.forEach(this::addUp);
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

    private void addUp(LineKey key, LineSums sums) {
        Query update = entities.createNativeQuery("""
                update line_count set offered = offered + ?5, moved = moved + ?6, answered = answered + ?7, answered_in_time = answered_in_time + ?8, abandoned = abandoned + ?9,
                abandoned_in_time = abandoned_in_time + ?10, short_abandons = short_abandons + ?11, wait_of_answered = wait_of_answered + ?12, wait_of_abandoned = wait_of_abandoned + ?13,
                finished = finished + ?14, handling = handling + ?15 where quarter = ?1 and queue_id = ?2 and channel = ?3 and segment = ?4""");
        if (filled(update, key, sums).executeUpdate() == 0) {
            filled(entities.createNativeQuery("insert into line_count (quarter, queue_id, channel, segment, " + SUMS + ") values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)"), key, sums).executeUpdate();
        }
    }

    private static Query filled(Query query, LineKey key, LineSums sums) {
        return query.setParameter(1, key.quarter()).setParameter(2, key.queueId()).setParameter(3, key.channel().name()).setParameter(4, key.segment().name())
                .setParameter(5, sums.offered()).setParameter(6, sums.moved()).setParameter(7, sums.answered()).setParameter(8, sums.answeredInTime()).setParameter(9, sums.abandoned())
                .setParameter(10, sums.abandonedInTime()).setParameter(11, sums.shortAbandons()).setParameter(12, sums.waitOfAnswered()).setParameter(13, sums.waitOfAbandoned())
                .setParameter(14, sums.finished()).setParameter(15, sums.handling());
    }

    private void raise(Place place, long by) {
        int known = entities.createNativeQuery("update line_level set waiting = waiting + ?3 where queue_id = ?1 and channel = ?2")
                .setParameter(1, place.queueId()).setParameter(2, place.channel().name()).setParameter(3, by).executeUpdate();
        if (known == 0) {
            entities.createNativeQuery("insert into line_level (queue_id, channel, waiting) values (?1, ?2, ?3)")
                    .setParameter(1, place.queueId()).setParameter(2, place.channel().name()).setParameter(3, by).executeUpdate();
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
                select l.queue_id, l.channel, l.waiting, (select r.id from line_record r where r.waits = true and r.queue_id = l.queue_id and r.channel = l.channel order by r.waiting_since, r.id fetch first 1 rows only)
                from (select queue_id, channel, cast(sum(waiting) as bigint) as waiting from (select queue_id, channel, waiting from line_level
                union all select queue_id, channel, offered - moved - answered - abandoned from line_increment) u group by queue_id, channel) l order by l.queue_id, l.channel""", row -> row);
        Map<Long, Longest> longest = longest(found.stream().filter(row -> row[3] != null).map(row -> number(row[3])).toList());
        return found.stream().map(row -> new Level(number(row[0]), Channel.valueOf((String) row[1]), Math.max(0, number(row[2])), row[3] == null ? null : longest.get(number(row[3])))).toList();
    }

    private Map<Long, Longest> longest(List<Long> records) {
        Map<Long, Longest> longest = new TreeMap<>();
        if (!records.isEmpty()) {
            entities.createQuery("select r from LineRecord r where r.id in :ids", LineRecord.class).setParameter("ids", records).getResultList()
                    .forEach(record -> longest.put(record.id(), new Longest(record.workItemId(), record.waitingSince(), record.waitingSince().plus(record.target()))));
        }
        return longest;
    }

    /** Waits that nobody ended although their work items wait no longer in that line, begun before that moment; their items are held. */
    public List<LineRecord> forgotten(Instant before, int most) {
        List<?> found = entities.createNativeQuery("select r.id from line_record r where r.waits = true and r.entered_at < ?1 and not exists (" + WAITING_ITEM + ") order by r.id").setParameter(1, before).setMaxResults(most).getResultList();
        List<LineRecord> records = new ArrayList<>();
        for (Object id : found) {
            LineRecord record = entities.find(LineRecord.class, number(id));
            entities.createNativeQuery("select w.id from work_item w where w.id = ?1 for update").setParameter(1, record.workItemId()).getResultList();
            // whoever held it may have ended the wait meanwhile
            entities.refresh(record);
            if (record.waits() && entities.createNativeQuery("select r.id from line_record r where r.id = ?1 and not exists (" + WAITING_ITEM + ")").setParameter(1, record.id()).getResultList().size() == 1) {
                records.add(record);
            }
        }
        return records;
    }

    /** New records for work items that wait although no wait of theirs is written down: they waited before the counting began, or an event was missed. Their items are held. */
    public List<LineRecord> unrecorded(Instant now, int most) {
        List<Object[]> found = rows("select w.id, w.interaction_id, w.queue_id, w.channel, w.segment, w.target_seconds, w.waiting_since from work_item w where w.state in ('WAITING', 'OFFERED')"
                + " and not exists (select 1 from line_record r where r.work_item_id = w.id and r.waits = true) order by w.id fetch first " + most + " rows only for update skip locked", row -> row);
        return found.stream().filter(row -> latest(number(row[0])).filter(LineRecord::waits).isEmpty())
                .map(row -> new LineRecord(number(row[0]), row[1] == null ? null : (Long) number(row[1]), number(row[2]), Channel.valueOf((String) row[3]), Segment.valueOf((String) row[4]), Duration.ofSeconds(number(row[5])), instant(row[6]), now)).toList();
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
                number(row[from + 8]), number(row[from + 9]), number(row[from + 10]));
    }

    private static long number(Object column) {
        return ((Number) column).longValue();
    }

    private static Instant instant(Object column) {
        return column instanceof OffsetDateTime zoned ? zoned.toInstant() : (Instant) column;
    }
}
