// SPDX-License-Identifier: Apache-2.0
package il.moked.survey;

import il.moked.customer.Customer;
import il.moked.shared.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who was asked, what he said, and how many are asked. */
@ApplicationScoped
public class Surveys {
    /** What figures are told by. */
    public enum Grouping {
        NOTHING("null"), OCCASION("s.occasion"), CHANNEL("s.channel"), SEGMENT("s.segment"), TEAM("t.code");

        private final String column;

        Grouping(String column) {
            this.column = column;
        }
    }

    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    public void add(Survey survey) {
        entities.persist(survey);
        entities.flush();
    }

    public Optional<Survey> with(String tokenHash) {
        return entities.createQuery("select s from Survey s where s.tokenHash = :hash", Survey.class).setParameter("hash", tokenHash).getResultStream().findFirst();
    }

    /** So that two answers at once are one. */
    public Optional<Survey> withLocked(String tokenHash) {
        Optional<Survey> found = with(tokenHash);
        found.ifPresent(survey -> entities.refresh(survey, LockModeType.PESSIMISTIC_WRITE));
        return found;
    }

    public boolean asked(Occasion occasion, long id) {
        return !entities.createQuery("select s.id from Survey s where s.occasion = :occasion and s.occasionId = :id", Long.class).setParameter("occasion", occasion).setParameter("id", id).setMaxResults(1).getResultList().isEmpty();
    }

    public boolean askedSince(long customerId, Instant since) {
        return !entities.createQuery("select s.id from Survey s where s.customerId = :customer and s.askedAt > :since", Long.class).setParameter("customer", customerId).setParameter("since", since).setMaxResults(1).getResultList().isEmpty();
    }

    /** Of those asked in a time; its end is not part of it. */
    public List<Satisfaction> satisfaction(Instant from, Instant until, Grouping by) {
        String what = "select " + (by == Grouping.NOTHING ? "" : by.column + ", ") + "count(s), count(s.answeredAt), avg(s.overall), avg(s.expectations), avg(s.ideal) from Survey s" + (by == Grouping.TEAM ? " join Team t on t.id = s.teamId" : "") + " where s.askedAt >= :from and s.askedAt < :until";
        String grouped = by == Grouping.NOTHING ? "" : " and " + by.column + " is not null group by " + by.column + " order by count(s.answeredAt) desc, " + by.column;
        List<Object[]> rows = entities.createQuery(what + grouped, Object[].class).setParameter("from", from).setParameter("until", until).getResultList();
        return rows.stream().map(row -> figure(row, by == Grouping.NOTHING ? 0 : 1)).toList();
    }

    private static Satisfaction figure(Object[] row, int at) {
        return new Satisfaction(at == 0 ? null : row[0].toString(), (Long) row[at], (Long) row[at + 1], mean(row[at + 2]), mean(row[at + 3]), mean(row[at + 4]));
    }

    private static double mean(Object average) {
        return average == null ? Double.NaN : ((Number) average).doubleValue();
    }

    /** Where the next page begins: after this answer. */
    public record Cursor(Instant at, long id) {
    }

    /** An answer and whose it is. */
    public record Answered(Survey survey, Customer customer) {
    }

    /** What was said, newest first. @param after null for the newest page */
    public Page<Answered> answered(Instant from, Cursor after, int size) {
        String later = after == null ? "" : " and (s.answeredAt < :at or s.answeredAt = :at and s.id < :id)";
        TypedQuery<Answered> query = entities.createQuery("select new il.moked.survey.Surveys$Answered(s, c) from Survey s join Customer c on c.id = s.customerId where s.answeredAt >= :from" + later + " order by s.answeredAt desc, s.id desc", Answered.class).setParameter("from", from).setMaxResults(size + 1);
        if (after != null) {
            query.setParameter("at", after.at()).setParameter("id", after.id());
        }
        return Page.of(query.getResultList(), size);
    }

    public SurveyPlan plan(Occasion occasion) {
        return entities.find(SurveyPlan.class, occasion);
    }

    public void flush() {
        entities.flush();
    }
}
