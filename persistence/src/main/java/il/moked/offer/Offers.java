// SPDX-License-Identifier: Apache-2.0
package il.moked.offer;

import il.moked.channel.Channel;
import il.moked.offer.OfferOutcome.Kind;
import il.moked.offer.OfferOutcome.Refusal;
import il.moked.offer.Situation.Past;
import il.moked.shared.NotFoundException;
import il.moked.shared.Page;
import il.moked.shared.Remembered;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What may be offered, and what became of it. */
@ApplicationScoped
public class Offers {
    /** More offers than this at a time nobody compares. */
    public static final int MOST_RUNNING = 200;
    /** No limit asks farther back than this many answers of one customer. */
    public static final int MOST_HISTORY = 500;

    private final Remembered<LocalDate, List<Offering>> running = new Remembered<>(Duration.ofSeconds(3));

    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    /** What became of an offer, counted. @param told times it was told @param accepted answers, as the others */
    public record Result(long told, long accepted, long refused, long later) {
        public static final Result NONE = new Result(0, 0, 0, 0);

        /** Accepted of told, 0 to 1; null when it was told to nobody. */
        public Double rate() {
            return told == 0 ? null : Math.min(1, (double) accepted / told);
        }
    }

    /** One answer, for a file. */
    public record Line(long id, String offer, long customerId, Kind kind, Refusal refusal, LocalDate laterOn, Channel channel, boolean initiative, boolean told, String notedBy, Instant notedAt) {
        public Cursor cursor() {
            return new Cursor(notedAt, id);
        }
    }

    /** Where a page ended. */
    public record Cursor(Instant at, long id) {
    }

    public Offer get(long id) {
        Offer offer = entities.find(Offer.class, id);
        if (offer == null) {
            throw new NotFoundException("offer.unknown");
        }
        return offer;
    }

    public Optional<Offer> findByCode(String code) {
        return entities.createQuery("select o from Offer o where o.code = :code", Offer.class).setParameter("code", code).getResultStream().findFirst();
    }

    public void add(Offer offer) {
        entities.persist(offer);
    }

    public void flush() {
        entities.flush();
    }

    /** Newest first. @param before id of the last one shown, null for the first page */
    public Page<Offer> list(Long before, int size) {
        return Page.of(entities.createQuery("select o from Offer o where o.id < :before order by o.id desc", Offer.class).setParameter("before", before == null ? Long.MAX_VALUE : before).setMaxResults(size + 1).getResultList(), size);
    }

    /** Those that hold on that day. A change is seen on every node after three seconds. */
    public List<Offering> runningOn(LocalDate day) {
        return running.get(day, one -> entities.createQuery("select o from Offer o where o.paused = false and o.firstDay <= :day and (o.lastDay is null or o.lastDay >= :day) order by o.priority desc, o.id", Offer.class)
                .setParameter("day", day).setMaxResults(MOST_RUNNING).setFlushMode(FlushModeType.COMMIT).getResultList().stream().map(Offer::offering).toList());
    }

    public void add(OfferOutcome outcome) {
        entities.persist(outcome);
    }

    /** What he heard and answered, newest first. */
    public List<Past> history(long customerId) {
        return entities.createQuery("select o from OfferOutcome o where o.customerId = :customer order by o.notedAt desc, o.id desc", OfferOutcome.class).setParameter("customer", customerId).setMaxResults(MOST_HISTORY).getResultList().stream()
                .map(outcome -> new Past(outcome.offerId(), outcome.kind(), outcome.laterOn().orElse(null), outcome.told(), outcome.notedAt())).toList();
    }

    /** Whether he heard of it in this conversation already, or, without one, since that moment. */
    public boolean toldBefore(long offerId, long customerId, Long interactionId, Instant since) {
        String where = interactionId == null ? "o.notedAt >= :since" : "o.interactionId = :interaction";
        var query = entities.createQuery("select o.id from OfferOutcome o where o.offerId = :offer and o.customerId = :customer and " + where, Long.class).setParameter("offer", offerId).setParameter("customer", customerId).setMaxResults(1);
        if (interactionId == null) {
            query.setParameter("since", since);
        } else {
            query.setParameter("interaction", interactionId);
        }
        return !query.getResultList().isEmpty();
    }

    /** The promise to ask him again, when the last thing he answered to it was to put it off. */
    public Optional<Long> promiseOf(long offerId, long customerId) {
        return entities.createQuery("select o from OfferOutcome o where o.customerId = :customer and o.offerId = :offer order by o.notedAt desc, o.id desc", OfferOutcome.class).setParameter("customer", customerId).setParameter("offer", offerId).setMaxResults(1)
                .getResultStream().findFirst().flatMap(OfferOutcome::promiseId);
    }

    /** Counts one more, on the day it happened. */
    public void count(long offerId, LocalDate day, Kind kind, boolean told) {
        entities.createNativeQuery("insert into offer_count (offer_id, counted_on, told, accepted, refused, later) values (?1, ?2, 0, 0, 0, 0) on conflict do nothing").setParameter(1, offerId).setParameter(2, day).executeUpdate();
        entities.createNativeQuery("update offer_count set told = told + ?3, accepted = accepted + ?4, refused = refused + ?5, later = later + ?6 where offer_id = ?1 and counted_on = ?2").setParameter(1, offerId).setParameter(2, day)
                .setParameter(3, told ? 1 : 0).setParameter(4, kind == Kind.ACCEPTED ? 1 : 0).setParameter(5, kind == Kind.REFUSED ? 1 : 0).setParameter(6, kind == Kind.LATER ? 1 : 0).executeUpdate();
    }

    /** By offer; of which nothing was counted is not in it. @param since the first day, inclusive */
    public Map<Long, Result> results(Collection<Long> offerIds, LocalDate since) {
        Map<Long, Result> results = new HashMap<>();
        if (!offerIds.isEmpty()) {
            List<?> rows = entities.createNativeQuery("select offer_id, sum(told), sum(accepted), sum(refused), sum(later) from offer_count where offer_id in (:ids) and counted_on >= :since group by offer_id").setParameter("ids", offerIds).setParameter("since", since).getResultList();
            for (Object row : rows) {
                Object[] columns = (Object[]) row;
                results.put(((Number) columns[0]).longValue(), new Result(number(columns[1]), number(columns[2]), number(columns[3]), number(columns[4])));
            }
        }
        return results;
    }

    private static long number(Object column) {
        return ((Number) column).longValue();
    }

    /** Why it was refused, the most frequent first; of the newest so many answers. */
    public Map<Refusal, Integer> refusals(long offerId, int most) {
        List<Refusal> newest = entities.createQuery("select o.refusal from OfferOutcome o where o.offerId = :offer and o.kind = :refused order by o.notedAt desc, o.id desc", Refusal.class).setParameter("offer", offerId).setParameter("refused", Kind.REFUSED).setMaxResults(most).getResultList();
        Map<Refusal, Integer> counted = new HashMap<>();
        newest.forEach(refusal -> counted.merge(refusal, 1, Integer::sum));
        Map<Refusal, Integer> sorted = new LinkedHashMap<>();
        counted.entrySet().stream().sorted(Map.Entry.<Refusal, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey())).forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }

    /** Answers from one moment to another, which does not belong to it, oldest first. @param offerId null for all @param after null for the first page */
    public List<Line> outcomes(Long offerId, Instant from, Instant until, Cursor after, int most) {
        String further = (offerId == null ? "" : " and o.offerId = :offer") + (after == null ? "" : " and (o.notedAt > :at or o.notedAt = :at and o.id > :id)");
        var query = entities.createQuery("select o, f.code from OfferOutcome o, Offer f where f.id = o.offerId and o.notedAt >= :from and o.notedAt < :until" + further + " order by o.notedAt, o.id", Object[].class)
                .setParameter("from", from).setParameter("until", until).setMaxResults(most);
        if (offerId != null) {
            query.setParameter("offer", offerId);
        }
        if (after != null) {
            query.setParameter("at", after.at()).setParameter("id", after.id());
        }
        List<Line> lines = new ArrayList<>();
        for (Object[] row : query.getResultList()) {
            OfferOutcome outcome = (OfferOutcome) row[0];
            lines.add(new Line(outcome.id(), (String) row[1], outcome.customerId(), outcome.kind(), outcome.refusal().orElse(null), outcome.laterOn().orElse(null), outcome.channel().orElse(null), outcome.initiative(), outcome.told(), outcome.notedBy(), outcome.notedAt()));
        }
        return lines;
    }
}
