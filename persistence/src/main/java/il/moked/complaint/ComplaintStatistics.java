// SPDX-License-Identifier: Apache-2.0
package il.moked.complaint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Complaints counted by the day they came: as much work as there are complaints in the days asked for, however many there were before. */
@ApplicationScoped
public class ComplaintStatistics {
    private static final String OF_DAYS = " from Complaint c join ServiceCase s on s.id = c.caseId where c.countedOn between :from and :to and s.mergedIntoId is null";

    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    public enum Dimension {
        PRODUCT("c.sku"), CAUSE("c.cause.id"), CHANNEL("c.channel"), REMEDY("c.remedyOffered");

        private final String key;

        Dimension(String key) {
            this.key = key;
        }
    }

    /** @param key SKU, id of the cause, name of the channel or remedy; empty where there is none @param justified wholly or in part @param actions with a corrective action */
    public record Counted(String key, long complaints, long justified, long actions) {
    }

    /** @param times how many complaints it was noted with */
    public record Action(String text, long times) {
    }

    /** @param to inclusive @param now decides what is overdue */
    public ComplaintTotals totals(LocalDate from, LocalDate to, Instant now) {
        return of("""
                select new il.moked.complaint.ComplaintTotals(count(*), count(case when c.acknowledgedAfter <= :atOnce then 1 end),
                    count(case when c.decidedAfter <= :term then 1 end), count(case when c.decidedAfter > :term then 1 end),
                    count(case when c.decision is null and c.stage <> CLOSED and c.dueAt <= :now then 1 end), count(case when c.decision is null and c.stage <> CLOSED and c.dueAt > :now then 1 end), count(case when c.decision is null and c.stage = CLOSED then 1 end),
                    count(case when c.decision = UPHELD then 1 end), count(case when c.decision = PARTLY then 1 end), count(case when c.decision = REJECTED then 1 end),
                    count(case when c.accepted = true then 1 end), count(case when c.accepted = false then 1 end), count(case when c.ombudsman = true then 1 end), count(c.recourseToldAt), count(c.correctiveAction))""", ComplaintTotals.class, from, to)
                .setParameter("atOnce", (int) ComplaintTotals.AT_ONCE.toMinutes()).setParameter("term", StatutoryTerm.DAYS).setParameter("now", now).getSingleResult();
    }

    public DaysToDecision daysToDecision(LocalDate from, LocalDate to) {
        return new DaysToDecision(of("select c.decidedAfter, count(*)", " and c.decidedAfter is not null group by c.decidedAfter", Object[].class, from, to).getResultStream().collect(Collectors.toMap(row -> (Integer) row[0], row -> (Long) row[1])));
    }

    public Map<String, Counted> by(Dimension dimension, LocalDate from, LocalDate to) {
        return of("select " + dimension.key + ", count(*), count(case when c.decision <> REJECTED then 1 end), count(c.correctiveAction)", " group by " + dimension.key, Object[].class, from, to).getResultStream()
                .map(row -> new Counted(row[0] == null ? "" : row[0].toString(), (Long) row[1], (Long) row[2], (Long) row[3])).collect(Collectors.toMap(Counted::key, counted -> counted));
    }

    /** What was done so that it does not happen again, the most frequent first. */
    public List<Action> actions(LocalDate from, LocalDate to, int most) {
        return of("select c.correctiveAction, count(*)", " and c.correctiveAction is not null group by c.correctiveAction order by count(*) desc, c.correctiveAction", Object[].class, from, to).setMaxResults(most).getResultStream()
                .map(row -> new Action((String) row[0], (Long) row[1])).toList();
    }

    private <T> TypedQuery<T> of(String select, Class<T> as, LocalDate from, LocalDate to) {
        return of(select, "", as, from, to);
    }

    private <T> TypedQuery<T> of(String select, String further, Class<T> as, LocalDate from, LocalDate to) {
        return entities.createQuery(select + OF_DAYS + further, as).setParameter("from", from).setParameter("to", to);
    }
}
