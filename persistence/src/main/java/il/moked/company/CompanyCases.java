// SPDX-License-Identifier: Apache-2.0
package il.moked.company;

import il.moked.casework.ServiceCase;
import il.moked.shared.NotFoundException;
import il.moked.shared.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The cases of companies, as far as whoever asks may see them. */
@ApplicationScoped
public class CompanyCases {
    private static final int ROWS_AT_ONCE = 5000;

    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    /** One row of a list. @param siteId null for none @param fault code */
    public record Line(long id, String number, String subject, ServiceCase.Kind kind, ServiceCase.Severity severity, ServiceCase.State state, Long siteId, String sku, String fault, Instant openedAt, boolean late, Boolean answerMet, Boolean repairMet) {
    }

    /** Times of the calls of a month that were kept and missed under a contract. @param month year and month as one number */
    public record Kept(long agreementId, int month, long answersMet, long answersMissed, long repairsMet, long repairsMissed) {
        public long met() {
            return answersMet + repairsMet;
        }

        public long missed() {
            return answersMissed + repairsMissed;
        }
    }

    public void add(CompanyCase row) {
        entities.persist(row);
    }

    public void flush() {
        entities.flush();
    }

    public Optional<CompanyCase> find(long caseId) {
        return Optional.ofNullable(entities.find(CompanyCase.class, caseId));
    }

    /** What was opened by that form or request already. @return number of the case */
    public Optional<String> openedWith(long customerId, String clientKey) {
        return entities.createQuery("select s.number from CompanyCase c join ServiceCase s on s.id = c.caseId where c.customerId = :customer and c.clientKey = :key", String.class).setParameter("customer", customerId).setParameter("key", clientKey).getResultStream().findFirst();
    }

    /** @throws NotFoundException {@code company.unknown-call}: there is none of that number, or he may not see it: nobody learns which */
    public CompanyCase seen(String number, long customerId, Reach reach) {
        return entities.createQuery("select c from CompanyCase c join ServiceCase s on s.id = c.caseId where s.number = :number and c.customerId = :customer", CompanyCase.class).setParameter("number", number).setParameter("customer", customerId).getResultStream()
                .filter(row -> reach.covers(row.siteId().orElse(null))).findFirst().orElseThrow(() -> new NotFoundException("company.unknown-call"));
    }

    /** Newest first. @param live whether only those that are not solved @param siteId null for all @param before id of the last of the page before, or null */
    public Page<Line> list(long customerId, Reach reach, boolean live, Long siteId, Long before, int size) {
        Reach asked = siteId == null ? reach : reach.at(siteId);
        if (asked.none()) {
            return Page.of(List.of(), size);
        }
        TypedQuery<Line> query = entities.createQuery("""
                select new il.moked.company.CompanyCases$Line(s.id, s.number, s.subject, s.kind, s.severity, s.state, c.siteId, c.sku, c.fault, s.openedAt, s.breached, c.answerMet, c.repairMet)
                from CompanyCase c join ServiceCase s on s.id = c.caseId where c.customerId = :customer""" + (asked.whole() ? "" : " and c.siteId in :sites") + (live ? " and c.live = true" : "") + (before == null ? "" : " and c.caseId < :before") + " order by c.caseId desc", Line.class)
                .setParameter("customer", customerId);
        restrict(query, asked);
        if (before != null) {
            query.setParameter("before", before);
        }
        return Page.of(query.setMaxResults(size + 1).getResultList(), size);
    }

    private static void restrict(Query query, Reach reach) {
        if (!reach.whole()) {
            query.setParameter("sites", reach.sites());
        }
    }

    public ReportFigures figures(ReportScope scope) {
        ReportCounting counting = new ReportCounting();
        if (!scope.reach().none()) {
            String where = " where c.customerId = :customer and c.openedOn between :from and :until" + (scope.reach().whole() ? "" : " and c.siteId in :sites") + (scope.sku() == null ? "" : " and c.sku = :sku");
            TypedQuery<Tuple> calls = entities.createQuery("select c.siteId, c.sku, c.fault, c.kind, c.openedMonth, c.live, c.answerTarget, c.answerSeconds, c.answerMet, c.repairTarget, c.repairSeconds, c.repairMet from CompanyCase c" + where, Tuple.class);
            try (Stream<Tuple> rows = scoped(calls, scope).setHint("org.hibernate.fetchSize", ROWS_AT_ONCE).setHint("org.hibernate.readOnly", true).getResultStream()) {
                rows.forEach(row -> counting.add(new ReportCounting.Call(row.get(0, Long.class), row.get(1, String.class), row.get(2, String.class), row.get(3, ServiceCase.Kind.class), row.get(4, Integer.class), row.get(5, Boolean.class), row.get(6, Long.class),
                        row.get(7, Long.class), row.get(8, Boolean.class), row.get(9, Long.class), row.get(10, Long.class), row.get(11, Boolean.class))));
            }
            TypedQuery<Boolean> visits = entities.createQuery("select f.fixed from FirstFix f join CompanyCase c on c.caseId = f.caseId" + where + " and f.customerId = :customer", Boolean.class);
            scoped(visits, scope).getResultList().forEach(counting::visited);
        }
        return counting.figures();
    }

    private static <T> TypedQuery<T> scoped(TypedQuery<T> query, ReportScope scope) {
        query.setParameter("customer", scope.customerId()).setParameter("from", scope.period().from()).setParameter("until", scope.period().until());
        restrict(query, scope.reach());
        if (scope.sku() != null) {
            query.setParameter("sku", scope.sku());
        }
        return query;
    }

    /** By contract and month, the newest month first. */
    public List<Kept> kept(long customerId, LocalDate from) {
        return entities.createQuery("""
                select new il.moked.company.CompanyCases$Kept(c.agreementId, c.openedMonth, sum(case when c.answerMet = true then 1 else 0 end), sum(case when c.answerMet = false then 1 else 0 end),
                    sum(case when c.repairMet = true then 1 else 0 end), sum(case when c.repairMet = false then 1 else 0 end))
                from CompanyCase c where c.customerId = :customer and c.openedOn >= :from and c.agreementId is not null group by c.agreementId, c.openedMonth order by c.openedMonth desc, c.agreementId""", Kept.class)
                .setParameter("customer", customerId).setParameter("from", from).getResultList();
    }
}
