// SPDX-License-Identifier: Apache-2.0
package il.moked.dispatch;

import il.moked.shared.NotFoundException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** All visits, the plans of days, and what first visits achieved. */
@ApplicationScoped
public class Visits {
    private static final String WITH_ALL = "select v from Visit v join fetch v.kind join fetch v.locality left join fetch v.technician left join fetch v.parts where ";

    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    public String nextNumber() {
        return "V" + ((Number) entities.createNativeQuery("select nextval('visit_number_seq')").getSingleResult()).longValue();
    }

    public void add(Object visitOrPart) {
        entities.persist(visitOrPart);
    }

    public void flush() {
        entities.flush();
    }

    public Visit get(long id) {
        return entities.createQuery(WITH_ALL + "v.id = :id", Visit.class).setParameter("id", id).getResultStream().findFirst().orElseThrow(Visits::unknown);
    }

    private static NotFoundException unknown() {
        return new NotFoundException("dispatch.unknown");
    }

    /** Of a day, technician by technician in the order of the hours; those of nobody last. */
    public List<Visit> on(LocalDate day) {
        return entities.createQuery(WITH_ALL + "v.day = :day order by v.technician.id nulls last, v.plannedAt, v.id", Visit.class).setParameter("day", day).getResultList();
    }

    public List<Visit> of(long technicianId, LocalDate day) {
        return entities.createQuery(WITH_ALL + "v.technician.id = :technician and v.day = :day order by v.plannedAt, v.id", Visit.class).setParameter("technician", technicianId).setParameter("day", day).getResultList();
    }

    /** Days from that one on for which visits of his are planned that did not begin; how many on each. */
    public SortedMap<LocalDate, Integer> ahead(long technicianId, LocalDate from) {
        SortedMap<LocalDate, Integer> days = new TreeMap<>();
        entities.createQuery("select v.day, count(v) from Visit v where v.technician.id = :technician and v.day >= :from and v.state = :planned group by v.day", Object[].class).setParameter("technician", technicianId).setParameter("from", from)
                .setParameter("planned", Visit.State.PLANNED).getResultStream().forEach(row -> days.put((LocalDate) row[0], ((Long) row[1]).intValue()));
        return days;
    }

    public List<Visit> ofCase(long caseId, int most) {
        List<Long> ids = entities.createQuery("select v.id from Visit v where v.caseId = :case order by v.id desc", Long.class).setParameter("case", caseId).setMaxResults(most).getResultList();
        return ids.isEmpty() ? List.of() : entities.createQuery(WITH_ALL + "v.id in :ids order by v.id desc", Visit.class).setParameter("ids", ids).getResultList();
    }

    /** Whether a case still waits for somebody to come. */
    public boolean awaited(long caseId) {
        return !entities.createQuery("select v.id from Visit v where v.caseId = :case and v.state in :awaited", Long.class).setParameter("case", caseId).setParameter("awaited", Visit.State.AWAITED).setMaxResults(1).getResultList().isEmpty();
    }

    /**
     * Whoever changes the plan of a day waits here for whoever does so just now.
     *
     * @return how often it was changed so far
     */
    public long lock(LocalDate day) {
        entities.createNativeQuery("insert into dispatch_day (visit_day, changes) values (?1, 0) on conflict do nothing").setParameter(1, day).executeUpdate();
        return ((Number) entities.createNativeQuery("select changes from dispatch_day where visit_day = ?1 for update").setParameter(1, day).getSingleResult()).longValue();
    }

    /** The plan of the day is another from now on. */
    public void changed(LocalDate day) {
        entities.createNativeQuery("update dispatch_day set changes = changes + 1 where visit_day = ?1").setParameter(1, day).executeUpdate();
    }

    public Optional<PlanningRun> run(LocalDate day) {
        return Optional.ofNullable(entities.find(PlanningRun.class, day));
    }

    public Optional<PlanningRun> runLocked(LocalDate day) {
        return Optional.ofNullable(entities.find(PlanningRun.class, day, LockModeType.PESSIMISTIC_WRITE));
    }

    public List<VisitEvent> events(long visitId, int most) {
        return entities.createQuery("select e from VisitEvent e where e.visitId = :visit order by e.id desc", VisitEvent.class).setParameter("visit", visitId).setMaxResults(most).getResultList();
    }

    public List<Long> photos(long visitId) {
        return entities.createQuery("select p.id from VisitPhoto p where p.visitId = :visit order by p.id", Long.class).setParameter("visit", visitId).setMaxResults(VisitPhoto.MOST_OF_A_VISIT).getResultList();
    }

    /** Ids of photos by visit. */
    public Map<Long, List<Long>> photos(Collection<Long> visitIds) {
        Map<Long, List<Long>> found = new HashMap<>();
        if (!visitIds.isEmpty()) {
            entities.createQuery("select p.visitId, p.id from VisitPhoto p where p.visitId in :visits order by p.id", Object[].class).setParameter("visits", visitIds).getResultStream()
                    .forEach(row -> found.computeIfAbsent((Long) row[0], id -> new ArrayList<>()).add((Long) row[1]));
        }
        return found;
    }

    public VisitPhoto photo(long id) {
        VisitPhoto found = entities.find(VisitPhoto.class, id);
        if (found == null) {
            throw unknown();
        }
        return found;
    }

    // ---- first-time fix

    /** The first visit this one repeats, of the same case or of the same product of the same customer within thirty days. */
    public Optional<FirstFix> firstBefore(Visit visit, LocalDate on) {
        FirstFix same = entities.find(FirstFix.class, visit.caseId(), LockModeType.PESSIMISTIC_WRITE);
        if (same != null || visit.sku().isEmpty()) {
            return Optional.ofNullable(same);
        }
        return entities.createQuery("select f from FirstFix f where f.customerId = :customer and f.sku = :sku and f.visitedOn >= :since and f.kind = :kind order by f.visitedOn desc, f.caseId desc", FirstFix.class)
                .setParameter("customer", visit.customerId()).setParameter("sku", visit.sku().get()).setParameter("kind", visit.kind().code()).setParameter("since", on.minusDays(FirstFix.DAYS)).setMaxResults(1).getResultStream().findFirst();
    }

    /** @param technicianId null for all @param visits first visits @param fixed of them for good @param sku, cause null where the row is not about it */
    public record FixRow(String sku, Long technicianId, Visit.Cause cause, long visits, long fixed) {
    }

    /** By product and technician; the first days of a range bound what is read. */
    public List<FixRow> fixes(LocalDate from, LocalDate to) {
        return entities.createQuery("select new il.moked.dispatch.Visits$FixRow(f.sku, f.technicianId, f.cause, count(f), sum(case when f.fixed = true then 1L else 0L end)) from FirstFix f where f.visitedOn between :from and :to group by f.sku, f.technicianId, f.cause", FixRow.class)
                .setParameter("from", from).setParameter("to", to).getResultList();
    }
}
