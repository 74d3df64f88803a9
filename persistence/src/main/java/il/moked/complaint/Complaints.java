// SPDX-License-Identifier: Apache-2.0
package il.moked.complaint;

import il.moked.shared.NotFoundException;
import il.moked.shared.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All complaints, and how many there were of what. */
@ApplicationScoped
public class Complaints {
    private static final String LINE = """
            select new il.moked.complaint.ComplaintLine(s.id, s.number, s.customerId, u.displayName, s.subject, s.description, c.stage, c.ombudsman, c.safety, c.sku, c.component, o.userName, o.hebrewName, o.englishName, t.hebrewName, t.englishName,
                c.receivedAt, c.dueAt, c.decidedAt, c.overdue, s.problemId)
            from Complaint c join ServiceCase s on s.id = c.caseId join Customer u on u.id = s.customerId join Team t on t.id = s.teamId left join StaffUser o on o.id = s.ownerId where\s""";
    /** A conversation is longer than this only by mistake. */
    private static final int MOST_STEPS = 200;

    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    public void add(Complaint complaint) {
        entities.persist(complaint);
        entities.flush();
    }

    public void add(Object part) {
        entities.persist(part);
    }

    public void flush() {
        entities.flush();
    }

    public Optional<Complaint> find(long caseId) {
        return Optional.ofNullable(entities.find(Complaint.class, caseId));
    }

    public Complaint get(long caseId) {
        return find(caseId).orElseThrow(() -> new NotFoundException("complaint.unknown"));
    }

    public Optional<Complaint> findLocked(long caseId) {
        return Optional.ofNullable(entities.find(Complaint.class, caseId, LockModeType.PESSIMISTIC_WRITE));
    }

    public Complaint getLocked(long caseId) {
        return findLocked(caseId).orElseThrow(() -> new NotFoundException("complaint.unknown"));
    }

    /** The next whose time is to be looked at, locked; those another node looks at just now are passed over. */
    public Optional<Complaint> nextWatched(Instant now) {
        return entities.createQuery("select c from Complaint c where c.watchAt <= :now order by c.watchAt, c.caseId", Complaint.class).setParameter("now", now).setMaxResults(1)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE).setHint("jakarta.persistence.lock.timeout", -2).getResultStream().findFirst();
    }

    /** First things first. */
    public List<ComplaintStep> steps(long caseId) {
        return entities.createQuery("select s from ComplaintStep s where s.caseId = :id order by s.id", ComplaintStep.class).setParameter("id", caseId).setMaxResults(MOST_STEPS).getResultList();
    }

    // ---- lists

    /** Live ones, those first whose time is over first. @param ombudsman only those that were taken to him @param after null for the first page */
    public Page<ComplaintLine> live(boolean ombudsman, ComplaintLine.Cursor after, int size) {
        TypedQuery<ComplaintLine> query = lines((ombudsman ? "c.ombudsman = true and " : "") + "c.live = true" + (after == null ? "" : " and (c.dueAt > :at or c.dueAt = :at and c.caseId > :id)") + " order by c.dueAt, c.caseId");
        if (after != null) {
            query.setParameter("at", after.dueAt()).setParameter("id", after.caseId());
        }
        return Page.of(query.setMaxResults(size + 1).getResultList(), size);
    }

    /** The newest of a group since a day. */
    public List<ComplaintLine> ofGroup(ComplaintGroup group, LocalDate since, int most) {
        TypedQuery<ComplaintLine> query = lines("c.sku = :sku and c.countedOn >= :since" + (group.component() == null ? "" : " and c.component = :component") + (group.teamId() == null ? "" : " and c.teamId = :team") + " order by c.countedOn desc, c.caseId desc");
        return of(group, query).setParameter("since", since).setMaxResults(most).getResultList();
    }

    public List<ComplaintLine> lines(List<Long> caseIds) {
        return caseIds.isEmpty() ? List.of() : lines("c.caseId in :ids order by c.caseId").setParameter("ids", caseIds).getResultList();
    }

    /** Complaints that came because of a problem. */
    public List<ComplaintLine> becauseOf(long problemId, int most) {
        return lines("s.problemId = :problem order by c.caseId").setParameter("problem", problemId).setMaxResults(most).getResultList();
    }

    private TypedQuery<ComplaintLine> lines(String which) {
        return entities.createQuery(LINE + which, ComplaintLine.class);
    }

    private static <Q extends Query> Q of(ComplaintGroup group, Q query) {
        query.setParameter("sku", group.sku());
        if (group.component() != null) {
            query.setParameter("component", group.component());
        }
        if (group.teamId() != null) {
            query.setParameter("team", group.teamId());
        }
        return query;
    }

    // ---- causes

    public ComplaintCause cause(long id) {
        ComplaintCause cause = entities.find(ComplaintCause.class, id);
        if (cause == null) {
            throw new NotFoundException("complaint.cause");
        }
        return cause;
    }

    /** In use, by component. */
    public List<ComplaintCause> causes() {
        return entities.createQuery("select c from ComplaintCause c where c.active = true order by c.id", ComplaintCause.class).getResultList();
    }

    /** Those that are no longer in use too. */
    public List<ComplaintCause> allCauses() {
        return allOfThem().getResultList();
    }

    /** The same, for whoever changes the list: one at a time. */
    public List<ComplaintCause> allCausesLocked() {
        return allOfThem().setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
    }

    private TypedQuery<ComplaintCause> allOfThem() {
        return entities.createQuery("select c from ComplaintCause c order by c.component, c.id", ComplaintCause.class);
    }

    // ---- counted as they come

    /** @param complaints one more, or one fewer */
    public void count(String sku, String component, long teamId, LocalDate day, int complaints) {
        entities.createNativeQuery("insert into complaint_tally (sku, component, team_id, counted_on, complaints) values (?1, ?2, ?3, ?4, 0) on conflict do nothing").setParameter(1, sku).setParameter(2, component).setParameter(3, teamId).setParameter(4, day).executeUpdate();
        entities.createNativeQuery("update complaint_tally set complaints = complaints + ?5 where sku = ?1 and component = ?2 and team_id = ?3 and counted_on = ?4").setParameter(1, sku).setParameter(2, component).setParameter(3, teamId).setParameter(4, day)
                .setParameter(5, complaints).executeUpdate();
    }

    /** The first day that was ever counted. */
    public Optional<LocalDate> firstDay() {
        return entities.createNativeQuery("select counted_on from complaint_tally order by counted_on fetch first 1 rows only", LocalDate.class).getResultStream().map(LocalDate.class::cast).findFirst();
    }

    /** How many of a group came on each day since one; days without any are not in it. */
    public Map<LocalDate, Integer> perDay(ComplaintGroup group, LocalDate since) {
        Query query = entities.createNativeQuery("select counted_on, sum(complaints) from complaint_tally where sku = :sku and counted_on >= :since" + (group.component() == null ? "" : " and component = :component") + (group.teamId() == null ? "" : " and team_id = :team") + " group by counted_on");
        Map<LocalDate, Integer> days = new TreeMap<>();
        for (Object row : of(group, query).setParameter("since", since).getResultList()) {
            Object[] cells = (Object[]) row;
            days.put(cells[0] instanceof LocalDate day ? day : ((java.sql.Date) cells[0]).toLocalDate(), ((Number) cells[1]).intValue());
        }
        return days;
    }

    /** @param complaints since the day asked for */
    public record Counted(String sku, String component, int complaints) {
    }

    /** The groups that most complaints came of since a day. */
    public List<Counted> most(LocalDate since, int most) {
        List<?> rows = entities.createNativeQuery("select sku, component, sum(complaints) from complaint_tally where counted_on >= :since group by sku, component having sum(complaints) > 0 order by 3 desc, 1, 2").setParameter("since", since).setMaxResults(most).getResultList();
        return rows.stream().map(row -> (Object[]) row).map(cells -> new Counted((String) cells[0], (String) cells[1], ((Number) cells[2]).intValue())).toList();
    }

    /** @return false when it was raised before */
    public boolean raise(ComplaintGroup group, LocalDate week, ControlChart.Rule rule, int complaints, ControlChart.Limits limits, Instant now) {
        return entities.createNativeQuery("insert into complaint_alarm (id, sku, component, week_of, rule, complaints, mean, upper_limit, raised_at) values (nextval('complaint_alarm_seq'), ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) on conflict do nothing")
                .setParameter(1, group.sku()).setParameter(2, group.component() == null ? ComplaintAlarm.ALL : group.component()).setParameter(3, week).setParameter(4, rule.name()).setParameter(5, complaints).setParameter(6, limits.mean())
                .setParameter(7, limits.upper()).setParameter(8, now).executeUpdate() == 1;
    }

    /** Newest first. */
    public List<ComplaintAlarm> alarms(int most) {
        return entities.createQuery("select a from ComplaintAlarm a order by a.raisedAt desc, a.id desc", ComplaintAlarm.class).setMaxResults(most).getResultList();
    }
}
