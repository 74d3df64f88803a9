// SPDX-License-Identifier: Apache-2.0
package il.moked.offer;

import il.moked.customer.SegmentRule.AtLeast;
import il.moked.customer.SegmentRule.AtMost;
import il.moked.customer.SegmentRule.Condition;
import il.moked.customer.SegmentRule.IsKind;
import il.moked.customer.Customer;
import il.moked.offer.Situation.Past;
import il.moked.offer.Why.Code;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;

/**
 * Which offers fit a customer now, and why or why not. Service goes first: while a danger is marked or a complaint is open
 * nothing is offered at all. By the organisation's own initiative only what may be, to who consented to promotion on that
 * channel (Communications Law, section 30A). Days of limits are of 24 hours; what happened exactly that long ago counts no
 * more.
 *
 * @param most offers of any kind a customer may hear of…
 * @param days …within so many days
 */
public record OfferPolicy(int most, int days) {
    /** More than these nobody tells in one conversation. */
    public static final int BEST = 3;
    /** What was said so long before is the same telling, when no conversation binds them. */
    public static final Duration SAME_TELLING = Duration.ofHours(12);

    public OfferPolicy {
        if (most < 1 || days < 1) {
            throw new IllegalArgumentException("A customer may hear of at least one offer in at least one day");
        }
    }

    /** @param against empty when it fits */
    public record Verdict(Offering offer, List<Why> reasons, List<Why> against) {
        public boolean fits() {
            return against.isEmpty();
        }
    }

    /** @param heldBack why nothing is offered; then {@code best} is empty @param best at most {@link #BEST}, the best first @param others the rest, each with what is against it */
    public record Choice(List<Why> heldBack, List<Verdict> best, List<Verdict> others) {
    }

    public Choice choose(Collection<Offering> offers, Situation situation) {
        List<Why> heldBack = heldBack(situation);
        List<Verdict> fitting = new ArrayList<>();
        List<Verdict> others = new ArrayList<>();
        for (Offering offer : offers) {
            Verdict verdict = judge(offer, situation);
            (verdict.fits() && heldBack.isEmpty() ? fitting : others).add(verdict);
        }
        fitting.sort(Comparator.comparing((Verdict verdict) -> !has(verdict, Code.ASKED_AGAIN)).thenComparing(verdict -> -verdict.offer().priority()).thenComparing(verdict -> -verdict.offer().worth().minor()).thenComparing(verdict -> verdict.offer().code()));
        List<Verdict> best = List.copyOf(fitting.subList(0, Math.min(BEST, fitting.size())));
        List<Verdict> behind = fitting.subList(best.size(), fitting.size()).stream().map(verdict -> new Verdict(verdict.offer(), verdict.reasons(), List.of(Why.of(Code.OUTRANKED, BEST)))).toList();
        others.sort(Comparator.comparing(verdict -> verdict.offer().code()));
        others.addAll(0, behind);
        return new Choice(heldBack, best, List.copyOf(others));
    }

    private static boolean has(Verdict verdict, Code code) {
        return verdict.reasons().stream().anyMatch(why -> why.code() == code);
    }

    /** Why he is not to be bothered with offers at all. */
    private static List<Why> heldBack(Situation situation) {
        List<Why> reasons = new ArrayList<>();
        if (situation.customer().kind() == Customer.Kind.GUEST) {
            reasons.add(Why.of(Code.GUEST));
        }
        if (situation.danger()) {
            reasons.add(Why.of(Code.DANGER));
        }
        if (situation.complaint()) {
            reasons.add(Why.of(Code.COMPLAINT));
        }
        return reasons;
    }

    /** One offer by itself: everything for it and everything against it. */
    public Verdict judge(Offering offer, Situation situation) {
        List<Why> reasons = new ArrayList<>();
        List<Why> against = new ArrayList<>();
        LocalDate today = situation.now().atZone(situation.zone()).toLocalDate();
        running(offer, today, against);
        audience(offer.terms(), situation, reasons, against);
        goods(offer, situation, reasons, against);
        way(offer.terms(), situation, against);
        boolean asked = history(offer, situation, today, against);
        if (asked) {
            reasons.add(Why.of(Code.ASKED_AGAIN));
        }
        if (reasons.isEmpty()) {
            reasons.add(Why.of(Code.EVERYBODY));
        }
        return new Verdict(offer, List.copyOf(reasons), List.copyOf(against));
    }

    private static void running(Offering offer, LocalDate today, List<Why> against) {
        if (offer.paused()) {
            against.add(Why.of(Code.PAUSED));
        }
        if (today.isBefore(offer.firstDay())) {
            against.add(Why.of(Code.NOT_YET, offer.firstDay()));
        }
        if (offer.lastDay() != null && today.isAfter(offer.lastDay())) {
            against.add(Why.of(Code.OVER, offer.lastDay()));
        }
    }

    /** Whether what lasts of a customer (not today's basket, channel or what he heard) makes the offer one for him. */
    public static boolean concerns(OfferTerms terms, Situation situation) {
        List<Why> against = new ArrayList<>();
        audience(terms, situation, new ArrayList<>(), against);
        return against.isEmpty();
    }

    private static void audience(OfferTerms terms, Situation situation, List<Why> reasons, List<Why> against) {
        if (!terms.segments().isEmpty()) {
            (terms.segments().contains(situation.segment()) ? reasons : against).add(terms.segments().contains(situation.segment()) ? Why.of(Code.SEGMENT, situation.segment()) : Why.of(Code.OTHER_SEGMENT, situation.segment()));
        }
        if (terms.kind() != null) {
            boolean same = terms.kind() == situation.customer().kind();
            (same ? reasons : against).add(Why.of(same ? Code.KIND : Code.OTHER_KIND, situation.customer().kind()));
        }
        for (Condition condition : terms.conditions()) {
            if (condition.holds(situation.customer())) {
                known(condition, situation).ifPresent(reasons::add);
            } else {
                against.add(unfulfilled(condition, situation));
            }
        }
    }

    private static Optional<Why> known(Condition condition, Situation situation) {
        if (condition instanceof AtLeast least) {
            return Optional.of(Why.of(Code.KNOWN, least.fact(), situation.customer().number(least.fact()).orElseThrow()));
        }
        if (condition instanceof AtMost most) {
            return Optional.of(Why.of(Code.KNOWN, most.fact(), situation.customer().number(most.fact()).orElseThrow()));
        }
        return Optional.empty();
    }

    private static Why unfulfilled(Condition condition, Situation situation) {
        if (condition instanceof AtLeast least) {
            OptionalLong has = situation.customer().number(least.fact());
            return has.isEmpty() ? Why.of(Code.NOT_KNOWN, least.fact()) : Why.of(Code.TOO_LITTLE, least.fact(), has.getAsLong(), least.least());
        }
        if (condition instanceof AtMost most) {
            OptionalLong has = situation.customer().number(most.fact());
            return has.isEmpty() ? Why.of(Code.NOT_KNOWN, most.fact()) : Why.of(Code.TOO_MUCH, most.fact(), has.getAsLong(), most.most());
        }
        return Why.of(Code.OTHER_KIND, ((IsKind) condition).kind());
    }

    private static void goods(Offering offer, Situation situation, List<Why> reasons, List<Why> against) {
        OfferTerms terms = offer.terms();
        if (!terms.basket().isEmpty()) {
            if (situation.basket().hasAnyOf(terms.basket())) {
                reasons.add(Why.of(Code.IN_BASKET, named(situation.basket(), terms.basket())));
            } else {
                against.add(Why.of(Code.NOT_IN_BASKET, named(terms.basket(), terms.basket())));
            }
        }
        if (!terms.owned().isEmpty()) {
            if (situation.owned().hasAnyOf(terms.owned())) {
                reasons.add(Why.of(Code.OWNS, named(situation.owned(), terms.owned())));
            } else {
                against.add(Why.of(Code.OWNS_NOTHING_FOR_IT, named(terms.owned(), terms.owned())));
            }
        }
        if (offer.sku() != null && situation.basket().skus().contains(offer.sku())) {
            against.add(Why.of(Code.BASKET_HAS_IT, offer.sku()));
        }
        if (offer.sku() != null && !terms.again() && situation.owned().skus().contains(offer.sku())) {
            against.add(Why.of(Code.HAS_IT, offer.sku()));
        }
    }

    /** Those of both, as they are listed to people. */
    private static String named(Goods has, Goods asked) {
        TreeSet<String> both = new TreeSet<>();
        asked.skus().stream().filter(has.skus()::contains).forEach(both::add);
        asked.categories().stream().filter(has.categories()::contains).forEach(both::add);
        return String.join(", ", both);
    }

    private static void way(OfferTerms terms, Situation situation, List<Why> against) {
        if (situation.channel() != null && !terms.channels().isEmpty() && !terms.channels().contains(situation.channel())) {
            against.add(Why.of(Code.OTHER_CHANNEL, situation.channel()));
        }
        if (situation.initiative() && !terms.initiative()) {
            against.add(Why.of(Code.CONTACT_ONLY));
        } else if (situation.initiative() && !situation.consents()) {
            against.add(Why.of(Code.NO_CONSENT));
        }
    }

    /** @return whether he asked to hear of it again about now; then it may be told once, whatever he heard lately */
    private boolean history(Offering offer, Situation situation, LocalDate today, List<Why> against) {
        OfferTerms terms = offer.terms();
        List<Past> own = situation.history().stream().filter(past -> past.offerId() == offer.id()).toList();
        if (!terms.again() && own.stream().anyMatch(past -> past.kind() == OfferOutcome.Kind.ACCEPTED)) {
            against.add(Why.of(Code.ACCEPTED));
        }
        Optional<Past> answered = own.stream().filter(past -> past.kind() != OfferOutcome.Kind.TOLD).findFirst();
        if (answered.filter(past -> past.kind() == OfferOutcome.Kind.REFUSED && within(past.at(), terms.refusedDays(), situation.now())).isPresent()) {
            against.add(Why.of(Code.REFUSED_LATELY, day(answered.get().at().plus(Duration.ofDays(terms.refusedDays())), situation)));
        }
        Optional<Past> putOff = answered.filter(past -> past.kind() == OfferOutcome.Kind.LATER);
        if (putOff.filter(past -> today.isBefore(past.laterOn())).isPresent()) {
            against.add(Why.of(Code.LATER, putOff.get().laterOn()));
        }
        boolean toldSince = putOff.isPresent() && own.stream().anyMatch(past -> past.told() && past.at().isAfter(putOff.get().at()));
        if (putOff.filter(past -> !today.isBefore(past.laterOn())).isPresent() && !toldSince) {
            return true;
        }
        List<Past> lately = own.stream().filter(past -> past.told() && within(past.at(), terms.days(), situation.now())).toList();
        if (lately.size() >= terms.times()) {
            against.add(Why.of(Code.TOO_OFTEN, terms.times(), terms.days(), day(lately.get(terms.times() - 1).at().plus(Duration.ofDays(terms.days())), situation)));
        }
        long any = situation.history().stream().filter(past -> past.told() && within(past.at(), days, situation.now())).count();
        if (any >= most) {
            against.add(Why.of(Code.ENOUGH_OFFERS, most, days));
        }
        return false;
    }

    private static boolean within(Instant at, int days, Instant now) {
        return at.isAfter(now.minus(Duration.ofDays(days)));
    }

    private static LocalDate day(Instant at, Situation situation) {
        return at.atZone(situation.zone()).toLocalDate();
    }
}
