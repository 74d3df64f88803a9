// SPDX-License-Identifier: Apache-2.0
package il.moked.offer;

import static org.assertj.core.api.Assertions.assertThat;

import il.moked.channel.Channel;
import il.moked.customer.Customer;
import il.moked.customer.CustomerFacts;
import il.moked.customer.CustomerFacts.Fact;
import il.moked.customer.Segment;
import il.moked.customer.SegmentRule.AtLeast;
import il.moked.customer.SegmentRule.AtMost;
import il.moked.offer.OfferOutcome.Kind;
import il.moked.offer.OfferPolicy.Choice;
import il.moked.offer.OfferPolicy.Verdict;
import il.moked.offer.Situation.Past;
import il.moked.offer.Why.Code;
import il.moked.shared.Money;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OfferPolicyTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Jerusalem");
    private static final Instant NOW = Instant.parse("2026-03-10T10:00:00Z");
    private static final OfferPolicy POLICY = new OfferPolicy(4, 7);

    /** A customer at a moment, changed step by step. */
    private record Somebody(Customer.Kind kind, Map<Fact, Long> facts, Segment segment, Goods basket, Goods owned, Channel channel, boolean initiative, boolean consents, boolean danger, boolean complaint, List<Past> history) {
        static final Somebody PERSON = new Somebody(Customer.Kind.PERSON, Map.of(Fact.YEARS_KNOWN, 3L), Segment.PRIVATE, Goods.NONE, Goods.NONE, Channel.PHONE, false, false, false, false, List.of());

        Situation now() {
            return at(NOW);
        }

        Situation at(Instant moment) {
            return new Situation(new CustomerFacts(kind, facts), segment, basket, owned, channel, initiative, consents, danger, complaint, history, moment, ZONE);
        }

        Somebody whoKnows(Fact fact, long number) {
            return new Somebody(kind, Map.of(fact, number), segment, basket, owned, channel, initiative, consents, danger, complaint, history);
        }

        Somebody of(Segment other) {
            return new Somebody(kind, facts, other, basket, owned, channel, initiative, consents, danger, complaint, history);
        }

        Somebody buying(String... skus) {
            return new Somebody(kind, facts, segment, new Goods(Set.of(skus), Set.of()), owned, channel, initiative, consents, danger, complaint, history);
        }

        Somebody having(Goods goods) {
            return new Somebody(kind, facts, segment, basket, goods, channel, initiative, consents, danger, complaint, history);
        }

        Somebody turnedTo(Channel by, boolean consenting) {
            return new Somebody(kind, facts, segment, basket, owned, by, true, consenting, danger, complaint, history);
        }

        Somebody on(Channel other) {
            return new Somebody(kind, facts, segment, basket, owned, other, initiative, consents, danger, complaint, history);
        }

        Somebody inDanger(boolean marked, boolean complaining) {
            return new Somebody(kind, facts, segment, basket, owned, channel, initiative, consents, marked, complaining, history);
        }

        Somebody guest() {
            return new Somebody(Customer.Kind.GUEST, facts, segment, basket, owned, channel, initiative, consents, danger, complaint, history);
        }

        Somebody who(Past... newestFirst) {
            return new Somebody(kind, facts, segment, basket, owned, channel, initiative, consents, danger, complaint, List.of(newestFirst));
        }
    }

    private static final Somebody PERSON = Somebody.PERSON;

    private static Offering offer(long id, OfferTerms terms) {
        return offer(id, 5, 100, terms);
    }

    private static Offering offer(long id, int priority, long agorot, OfferTerms terms) {
        return new Offering(id, "offer-" + id, "הצעה", "Offer", "נוסח", "Script", "SKU-" + id, Money.agorot(agorot), priority, LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31), false, null, terms);
    }

    private static OfferTerms terms(Goods basket, Goods owned, boolean again, boolean initiative, int times, int days, int refusedDays) {
        return new OfferTerms(Set.of(), null, List.of(), basket, owned, again, Set.of(), initiative, times, days, refusedDays);
    }

    private static OfferTerms limits(int times, int days, int refusedDays) {
        return terms(Goods.NONE, Goods.NONE, false, true, times, days, refusedDays);
    }

    private static Past told(long offer, Duration ago) {
        return new Past(offer, Kind.TOLD, null, true, NOW.minus(ago));
    }

    private static Past refused(long offer, Duration ago) {
        return new Past(offer, Kind.REFUSED, null, true, NOW.minus(ago));
    }

    private static List<Code> against(OfferTerms terms, Somebody who) {
        return codes(POLICY.judge(offer(1, terms), who.now()).against());
    }

    private static List<Code> codes(List<Why> reasons) {
        return reasons.stream().map(Why::code).toList();
    }

    private static Duration days(long days) {
        return Duration.ofDays(days);
    }

    @Test
    void whatAsksForNothingFitsEverybody() {
        Verdict verdict = POLICY.judge(offer(1, OfferTerms.OPEN), PERSON.now());
        assertThat(verdict.fits()).isTrue();
        assertThat(codes(verdict.reasons())).containsExactly(Code.EVERYBODY);
    }

    @Test
    void itHoldsFromItsFirstDayToItsLastInTheZoneOfTheOrganisation() {
        Offering offer = offer(1, OfferTerms.OPEN);
        // 22:30 UTC of the last day of February is the first of March in Jerusalem
        assertThat(POLICY.judge(offer, PERSON.at(Instant.parse("2026-02-28T22:30:00Z"))).fits()).isTrue();
        assertThat(codes(POLICY.judge(offer, PERSON.at(Instant.parse("2026-02-28T21:30:00Z"))).against())).containsExactly(Code.NOT_YET);
        // the clocks have gone forward by then: 20:59 UTC is 23:59
        assertThat(POLICY.judge(offer, PERSON.at(Instant.parse("2026-03-31T20:59:00Z"))).fits()).isTrue();
        assertThat(codes(POLICY.judge(offer, PERSON.at(Instant.parse("2026-03-31T21:00:00Z"))).against())).containsExactly(Code.OVER);
    }

    @Test
    void whoItIsForIsSaidBothWays() {
        OfferTerms terms = new OfferTerms(Set.of(Segment.VIP), Customer.Kind.PERSON, List.of(new AtLeast(Fact.PURCHASES_IN_YEAR, 3), new AtMost(Fact.PURCHASES_IN_YEAR, 10)), Goods.NONE, Goods.NONE, false, Set.of(), false, 1, 30, 90);
        Verdict fits = POLICY.judge(offer(1, terms), PERSON.of(Segment.VIP).whoKnows(Fact.PURCHASES_IN_YEAR, 3).now());
        assertThat(codes(fits.reasons())).containsExactly(Code.SEGMENT, Code.KIND, Code.KNOWN, Code.KNOWN);
        assertThat(fits.reasons().get(2).arguments()).containsExactly(Fact.PURCHASES_IN_YEAR, 3L);
        assertThat(against(terms, PERSON.whoKnows(Fact.PURCHASES_IN_YEAR, 2))).containsExactly(Code.OTHER_SEGMENT, Code.TOO_LITTLE);
        assertThat(against(terms, PERSON.of(Segment.VIP).whoKnows(Fact.PURCHASES_IN_YEAR, 11))).containsExactly(Code.TOO_MUCH);
        assertThat(against(terms, PERSON.of(Segment.VIP))).as("nobody knows").containsExactly(Code.NOT_KNOWN, Code.NOT_KNOWN);
    }

    @Test
    void aBasketOrWhatHeHasMakesItFit() {
        Goods cameras = new Goods(Set.of("CAM-1"), Set.of("cameras"));
        assertThat(against(terms(cameras, Goods.NONE, false, false, 1, 30, 90), PERSON)).containsExactly(Code.NOT_IN_BASKET);
        Verdict basket = POLICY.judge(offer(1, terms(cameras, Goods.NONE, false, false, 1, 30, 90)), PERSON.buying("CAM-1", "BAG-7").now());
        assertThat(basket.fits()).isTrue();
        assertThat(basket.reasons()).containsExactly(new Why(Code.IN_BASKET, List.of("CAM-1")));
        assertThat(against(terms(Goods.NONE, cameras, false, false, 1, 30, 90), PERSON.having(new Goods(Set.of(), Set.of("phones"))))).containsExactly(Code.OWNS_NOTHING_FOR_IT);
        assertThat(codes(POLICY.judge(offer(1, terms(Goods.NONE, cameras, false, false, 1, 30, 90)), PERSON.having(new Goods(Set.of("CAM-9"), Set.of("cameras"))).now()).reasons())).containsExactly(Code.OWNS);
    }

    @Test
    void nobodyIsOfferedWhatHeHasUnlessItMayBeHadTwice() {
        Goods his = new Goods(Set.of("SKU-1"), Set.of());
        assertThat(against(OfferTerms.OPEN, PERSON.having(his))).containsExactly(Code.HAS_IT);
        assertThat(against(OfferTerms.OPEN, PERSON.buying("SKU-1"))).containsExactly(Code.BASKET_HAS_IT);
        assertThat(against(OfferTerms.OPEN, PERSON.who(new Past(1, Kind.ACCEPTED, null, true, NOW.minus(days(300)))))).containsExactly(Code.ACCEPTED);
        OfferTerms again = terms(Goods.NONE, Goods.NONE, true, false, 1, 30, 90);
        assertThat(against(again, PERSON.having(his).who(new Past(1, Kind.ACCEPTED, null, true, NOW.minus(days(300)))))).isEmpty();
    }

    @Test
    void aChannelThatIsNotItsOwnIsAgainstItOnlyWhenItIsKnown() {
        OfferTerms byPhone = new OfferTerms(Set.of(), null, List.of(), Goods.NONE, Goods.NONE, false, Set.of(Channel.PHONE), false, 1, 30, 90);
        assertThat(against(byPhone, PERSON)).isEmpty();
        assertThat(against(byPhone, PERSON.on(Channel.SMS))).containsExactly(Code.OTHER_CHANNEL);
        assertThat(against(byPhone, PERSON.on(null))).isEmpty();
    }

    @Test
    void byOwnInitiativeOnlyWhatMayBeToWhoConsented() {
        OfferTerms contactOnly = terms(Goods.NONE, Goods.NONE, false, false, 1, 30, 90);
        OfferTerms both = terms(Goods.NONE, Goods.NONE, false, true, 1, 30, 90);
        assertThat(against(contactOnly, PERSON.turnedTo(Channel.SMS, true))).containsExactly(Code.CONTACT_ONLY);
        assertThat(against(both, PERSON.turnedTo(Channel.SMS, false))).containsExactly(Code.NO_CONSENT);
        assertThat(against(both, PERSON.turnedTo(Channel.SMS, true))).isEmpty();
        assertThat(against(both, PERSON)).as("he made contact himself").isEmpty();
    }

    @Test
    void notMoreThanSoOftenInSoManyDays() {
        OfferTerms twiceInTen = limits(2, 10, 0);
        assertThat(against(twiceInTen, PERSON.who(told(1, days(1))))).isEmpty();
        assertThat(against(twiceInTen, PERSON.who(told(1, days(1)), told(1, days(9).plusHours(23))))).containsExactly(Code.TOO_OFTEN);
        assertThat(against(twiceInTen, PERSON.who(told(1, days(1)), told(1, days(10))))).as("exactly ten days ago counts no more").isEmpty();
        assertThat(against(twiceInTen, PERSON.who(told(2, days(1)), told(3, days(2)), told(1, days(3))))).as("others are others").isEmpty();
        Why why = POLICY.judge(offer(1, twiceInTen), PERSON.who(told(1, days(1)), told(1, days(4))).now()).against().get(0);
        assertThat(why.arguments()).as("from when on he may hear of it again").containsExactly(2, 10, LocalDate.of(2026, 3, 16));
    }

    @Test
    void anAnswerInTheSameConversationIsNoSecondTelling() {
        Past heard = told(1, Duration.ofMinutes(5));
        Past answered = new Past(1, Kind.LATER, LocalDate.of(2026, 3, 10), false, NOW.minus(Duration.ofMinutes(4)));
        assertThat(against(limits(2, 10, 0), PERSON.who(answered, heard))).isEmpty();
    }

    @Test
    void notForSoManyDaysAfterARefusal() {
        OfferTerms quarter = limits(50, 1, 90);
        assertThat(against(quarter, PERSON.who(refused(1, days(89))))).containsExactly(Code.REFUSED_LATELY);
        assertThat(against(quarter, PERSON.who(refused(1, days(90))))).isEmpty();
        assertThat(against(limits(50, 1, 0), PERSON.who(refused(1, days(2))))).as("no such limit").isEmpty();
        assertThat(against(quarter, PERSON.who(told(1, days(3)), refused(1, days(20))))).as("being told once more answers nothing").containsExactly(Code.REFUSED_LATELY);
        Why why = POLICY.judge(offer(1, quarter), PERSON.who(refused(1, days(80))).now()).against().get(0);
        assertThat(why.arguments()).containsExactly(LocalDate.of(2026, 3, 20));
    }

    @Test
    void whatHePutOffIsToldOnTheDayHeNamedBeforeAllOthers() {
        Past putOff = new Past(1, Kind.LATER, LocalDate.of(2026, 3, 10), true, NOW.minus(days(3)));
        assertThat(codes(POLICY.judge(offer(1, limits(1, 30, 0)), PERSON.who(putOff).at(NOW.minus(days(1)))).against())).contains(Code.LATER);
        Verdict due = POLICY.judge(offer(1, limits(1, 30, 0)), PERSON.who(putOff).now());
        assertThat(due.fits()).as("although he heard of it three days ago").isTrue();
        assertThat(codes(due.reasons())).containsExactly(Code.ASKED_AGAIN);
        Choice choice = POLICY.choose(List.of(offer(2, 9, 900, OfferTerms.OPEN), offer(1, 1, 1, limits(1, 30, 0))), PERSON.who(putOff).now());
        assertThat(choice.best().get(0).offer().id()).isEqualTo(1);
        assertThat(against(limits(1, 30, 0), PERSON.who(told(1, Duration.ofHours(1)), putOff))).as("he has heard of it again").containsExactly(Code.TOO_OFTEN);
    }

    @Test
    void nobodyHearsOfMoreThanSoManyOffersInAWeek() {
        List<Past> week = new ArrayList<>();
        for (int other = 2; other <= 5; other++) {
            week.add(told(other, days(1)));
        }
        assertThat(against(OfferTerms.OPEN, PERSON.who(week.toArray(Past[]::new)))).containsExactly(Code.ENOUGH_OFFERS);
        week.set(3, told(5, days(7)));
        assertThat(against(OfferTerms.OPEN, PERSON.who(week.toArray(Past[]::new)))).isEmpty();
    }

    @Test
    void serviceGoesFirst() {
        List<Offering> all = List.of(offer(1, OfferTerms.OPEN));
        for (Somebody who : List.of(PERSON.inDanger(true, false), PERSON.inDanger(false, true), PERSON.guest())) {
            Choice choice = POLICY.choose(all, who.now());
            assertThat(choice.best()).isEmpty();
            assertThat(choice.heldBack()).hasSize(1);
        }
        assertThat(codes(POLICY.choose(all, PERSON.inDanger(true, true).now()).heldBack())).containsExactly(Code.DANGER, Code.COMPLAINT);
    }

    @Test
    void threeAreEnoughTheBestFirstAndTheRestSayWhyNot() {
        Choice choice = POLICY.choose(List.of(offer(1, 3, 100, OfferTerms.OPEN), offer(2, 7, 100, OfferTerms.OPEN), offer(3, 7, 500, OfferTerms.OPEN), offer(4, 1, 900, OfferTerms.OPEN), offer(5, 9, 900, limits(1, 30, 90))),
                PERSON.who(refused(5, days(2))).now());
        assertThat(choice.best()).extracting(verdict -> verdict.offer().id()).containsExactly(3L, 2L, 1L);
        assertThat(choice.others()).extracting(verdict -> verdict.offer().id()).containsExactly(4L, 5L);
        assertThat(codes(choice.others().get(0).against())).containsExactly(Code.OUTRANKED);
        assertThat(codes(choice.others().get(1).against())).contains(Code.REFUSED_LATELY);
    }

    @Test
    void whomItConcernsIsAskedWithoutTheMoment() {
        OfferTerms terms = new OfferTerms(Set.of(Segment.VIP), null, List.of(), new Goods(Set.of("X"), Set.of()), Goods.NONE, false, Set.of(Channel.SMS), false, 1, 30, 90);
        assertThat(OfferPolicy.concerns(terms, PERSON.of(Segment.VIP).now())).isTrue();
        assertThat(OfferPolicy.concerns(terms, PERSON.now())).isFalse();
    }
}
