// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Evidence of the clocks of the law. Each read goes along an index and has an end. */
@ApplicationScoped
public class StatutoryRecords {
    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    /** A record with the reference of its conversation and the code of its queue. */
    public record Line(StatutoryRecord record, String reference, String queue) {
    }

    public void add(StatutoryRecord record) {
        entities.persist(record);
    }

    /** The newest of that kind of a conversation, locked. */
    public Optional<StatutoryRecord> latest(long interactionId, StatutoryRecord.Kind kind) {
        return entities.createQuery("select r from StatutoryRecord r where r.interactionId = :interaction and r.kind = :kind order by r.id desc", StatutoryRecord.class)
                .setParameter("interaction", interactionId).setParameter("kind", kind).setMaxResults(1).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultStream().findFirst();
    }

    /** Running ones whose limit is over and of which nobody heard, locked. */
    public List<StatutoryRecord> overdue(Instant now, int most) {
        return entities.createQuery("select r from StatutoryRecord r where r.running = true and r.deadline < :now and r.breachTold = false order by r.deadline", StatutoryRecord.class)
                .setParameter("now", now).setMaxResults(most).setLockMode(LockModeType.PESSIMISTIC_WRITE).setHint("jakarta.persistence.lock.timeout", -2).getResultList();
    }

    /** Running ones in their last third of which nobody heard yet, locked. */
    public List<StatutoryRecord> pressing(Instant now, int most) {
        return entities.createQuery("select r from StatutoryRecord r where r.running = true and r.pressingAt < :now and r.warned = false order by r.pressingAt", StatutoryRecord.class)
                .setParameter("now", now).setMaxResults(most).setLockMode(LockModeType.PESSIMISTIC_WRITE).setHint("jakarta.persistence.lock.timeout", -2).getResultList();
    }

    /** Running ones in their last third or beyond, the earliest deadline first. */
    public List<Line> pressingNow(Instant now, int most) {
        return entities.createQuery("""
                select new il.moked.routing.StatutoryRecords$Line(r, i.reference, q.code) from StatutoryRecord r, Interaction i, WorkQueue q where i.id = r.interactionId and q.id = r.queueId
                and r.running = true and r.pressingAt < :now order by r.deadline, r.id""", Line.class)
                .setParameter("now", now).setMaxResults(most).getResultList();
    }

    /** The oldest that began before then. @return how many; fewer than asked for when there are no more */
    public int forgetBefore(Instant moment, int most) {
        return entities.createNativeQuery("delete from statutory_record where id in (select id from statutory_record where started_at < ?1 order by started_at, id fetch first ?2 rows only)")
                .setParameter(1, moment).setParameter(2, most).executeUpdate();
    }

    /** Conversations of callers who wait and were told nothing, or nothing since then; who was told longest ago comes first. */
    public List<Long> untold(Instant begunBefore, Instant toldBefore, int most) {
        return entities.createQuery("""
                select r.interactionId from StatutoryRecord r, WorkItem w where w.interactionId = r.interactionId and r.running = true and r.kind = il.moked.routing.StatutoryRecord$Kind.ANSWER
                and w.state = il.moked.routing.WorkItem$State.WAITING and w.kind = il.moked.routing.WorkItem$Kind.CONTACT and (r.toldAt is null and w.waitingSince < :begun or r.toldAt < :told)
                order by r.toldAt nulls first, r.id""", Long.class)
                .setParameter("begun", begunBefore).setParameter("told", toldBefore).setMaxResults(most).getResultList();
    }

    /** Begun in that time, oldest first; the end is excluded. @param after id of the last line of the page before, with its begin; null and any for the first */
    public List<Line> between(Instant from, Instant to, Instant afterStart, Long after, int most) {
        return entities.createQuery("""
                select new il.moked.routing.StatutoryRecords$Line(r, i.reference, q.code) from StatutoryRecord r, Interaction i, WorkQueue q where i.id = r.interactionId and q.id = r.queueId
                and r.startedAt >= :from and r.startedAt < :to and (r.startedAt > :afterStart or r.startedAt = :afterStart and r.id > :after) order by r.startedAt, r.id""", Line.class)
                .setParameter("from", from).setParameter("to", to).setParameter("afterStart", after == null ? from.minusSeconds(1) : afterStart).setParameter("after", after == null ? Long.valueOf(0) : after).setMaxResults(most).getResultList();
    }

    /** Whose deadline lies in that time and was not kept, newest first; the running ones by now. */
    public List<Line> breaches(Instant since, Instant now, int most) {
        return entities.createQuery("""
                select new il.moked.routing.StatutoryRecords$Line(r, i.reference, q.code) from StatutoryRecord r, Interaction i, WorkQueue q where i.id = r.interactionId and q.id = r.queueId
                and r.deadline >= :since and r.deadline < :now and coalesce(r.answeredAt, r.endedAt, :now) > r.deadline order by r.deadline desc, r.id desc""", Line.class)
                .setParameter("since", since).setParameter("now", now).setMaxResults(most).getResultList();
    }
}
