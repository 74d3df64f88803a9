// SPDX-License-Identifier: Apache-2.0
package il.moked.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import il.moked.customer.CustomerMerge.Origin;
import il.moked.customer.CustomerMerge.Replaced;
import il.moked.shared.BusinessException;
import il.moked.shared.NationalId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CustomerMergeTest {
    private static final Instant NOW = Instant.parse("2026-11-28T08:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);

    private final Customer kept = person("משה", "כהן", Map.of(Particular.NATIONAL_ID, "123456782"));
    private final Customer gone = person("Moshe", "Cohen", Map.of(Particular.CITY, "חיפה", Particular.BIRTH_DATE, "1970-02-03"));

    CustomerMergeTest() {
        Ids.give(kept, 1, gone, 2);
    }

    private static Customer person(String first, String last, Map<Particular, String> more) {
        Map<Particular, String> written = new EnumMap<>(Particular.class);
        written.putAll(Map.of(Particular.FIRST_NAME, first, Particular.LAST_NAME, last));
        written.putAll(more);
        return Customer.registered(Particulars.none(Customer.Kind.PERSON, "he").with(written, TODAY), NOW);
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable act, String code) {
        assertThatThrownBy(act).isInstanceOfSatisfying(BusinessException.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private CustomerMerge merged(Set<Surviving> taken, Set<Surviving> left) {
        return new CustomerMerge(kept, gone, Origin.REVIEW, taken, left, "michal", NOW);
    }

    @Test
    void heKeepsHisValuesAndGetsWhatHeDidNotHave() {
        CustomerMerge merge = merged(Set.of(), Set.of(Surviving.BIRTH_DATE));
        assertThat(kept.displayName()).isEqualTo("משה כהן");
        assertThat(kept.address().city()).isEqualTo("חיפה");
        assertThat(kept.birthDate()).as("left empty on purpose").isEmpty();
        assertThat(merge.fields()).containsOnlyKeys(Surviving.ADDRESS);
        assertThat(gone.current()).isSameAs(kept);
        assertThat(gone.displayName()).as("what he was called is not lost").isEqualTo("Moshe Cohen");
    }

    @Test
    void theChosenValuesSurviveAndAreTakenBackUnlessChangedSince() {
        CustomerMerge merge = merged(Set.of(Surviving.FIRST_NAME, Surviving.LAST_NAME), Set.of());
        assertThat(kept.displayName()).isEqualTo("Moshe Cohen");
        assertThat(merge.fields()).containsEntry(Surviving.FIRST_NAME, new Replaced("משה", "Moshe"));
        kept.change(kept.particulars().with(Map.of(Particular.LAST_NAME, "Kohn"), TODAY));
        merge.undo("michal", NOW, id -> null);
        assertThat(kept.displayName()).isEqualTo("משה Kohn");
        assertThat(kept.address().unknown()).isTrue();
        assertThat(kept.nationalId()).contains(new NationalId("123456782"));
        assertThat(gone.merged()).isFalse();
        refused(() -> merge.undo("michal", NOW, id -> null), "customer.merge-undone");
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        Customer guest = Customer.guest("somebody", "he", NOW);
        Customer company = Customer.company("Bakery", null, "he", NOW);
        Customer daughter = Customer.company("Daughter", null, "he", NOW);
        Ids.give(guest, 3, company, 4, daughter, 5);
        daughter.ownedBy(company);
        refused(() -> new CustomerMerge(kept, kept, Origin.REVIEW, Set.of(), Set.of(), "x", NOW), "customer.merge-self");
        refused(() -> new CustomerMerge(guest, kept, Origin.REVIEW, Set.of(), Set.of(), "x", NOW), "customer.join-into-guest");
        refused(() -> new CustomerMerge(company, kept, Origin.REVIEW, Set.of(), Set.of(), "x", NOW), "customer.merge-kinds");
        refused(() -> new CustomerMerge(company, daughter, Origin.REVIEW, Set.of(), Set.of(), "x", NOW), "customer.merge-company-above");
        refused(() -> new CustomerMerge(daughter, company, Origin.REVIEW, Set.of(), Set.of(), "x", NOW), "customer.merge-company-above");
        merged(Set.of(), Set.of());
        refused(() -> new CustomerMerge(company, gone, Origin.REVIEW, Set.of(), Set.of(), "x", NOW), "customer.merged-already");
    }

    @Test
    void theSegmentThatFollowedFromBothIsTakenBack() {
        CustomerMerge merge = merged(Set.of(Surviving.SEGMENT), Set.of());
        assertThat(merge.fields()).as("it is not chosen").doesNotContainKey(Surviving.SEGMENT);
        kept.belongsTo(Segment.VIP);
        merge.segmentFollowed(Segment.PRIVATE, Segment.VIP);
        merge.undo("michal", NOW, id -> null);
        assertThat(kept.segment()).isEqualTo(Segment.PRIVATE);
    }

    @Test
    void aGuestLeavesNothingOfHisCard() {
        Customer guest = Customer.guest("moshe", "en", NOW);
        Ids.give(guest, 3);
        CustomerMerge merge = new CustomerMerge(kept, guest, Origin.GUEST, Set.of(), Set.of(), "dana", NOW);
        assertThat(merge.fields()).isEmpty();
        assertThat(kept.language()).isEqualTo("he");
    }

    @Test
    void aPairIsDecidedOnceAndComesAgainOnlyWhenSomethingChanged() {
        Likeness likely = MatchingPolicy.DEFAULT.compare(Traits.collecting().with(Traits.Part.EMAIL, "dana.levi@example.org").done(), Traits.collecting().with(Traits.Part.EMAIL, "dana.levi@example.org").done());
        DuplicatePair pair = new DuplicatePair(kept, gone, likely, "a", NOW);
        assertThat(pair.evidence()).isEqualTo(likely.evidence());
        pair.propose("dana");
        pair.dismiss("michal", NOW);
        refused(() -> pair.dismiss("michal", NOW), "customer.pair-decided");
        refused(() -> pair.propose("dana"), "customer.pair-decided");
        assertThat(pair.again(likely, "a", NOW)).isFalse();
        assertThat(pair.state()).isEqualTo(DuplicatePair.State.DISMISSED);
        assertThat(pair.again(likely, "b", NOW)).isTrue();
        assertThat(pair.state()).isEqualTo(DuplicatePair.State.OPEN);
        assertThatThrownBy(() -> new DuplicatePair(gone, kept, likely, "a", NOW)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSearchGoesOnWhereItStoppedAndOnOneNodeOnly() {
        DuplicateSearch search = new DuplicateSearch(false, 1000, "michal", NOW);
        assertThat(search.hold("one", NOW, NOW.plusSeconds(60))).isTrue();
        assertThat(search.hold("two", NOW.plusSeconds(59), NOW.plusSeconds(120))).isFalse();
        assertThat(search.hold("two", NOW.plusSeconds(61), NOW.plusSeconds(120))).as("the other is gone").isTrue();
        search.wrote(java.util.Optional.of(500L), 400, 5000);
        assertThat(search.percent()).isEqualTo(25);
        search.wrote(java.util.Optional.empty(), 0, 0);
        assertThat(search.phase()).isEqualTo(DuplicateSearch.Phase.PAIRS);
        search.compared(java.util.Optional.of("B:x"), 2500, new Matching.Compared(10, 2), NOW);
        assertThat(search.percent()).isEqualTo(75);
        search.compared(java.util.Optional.empty(), 0, new Matching.Compared(0, 0), NOW);
        assertThat(search.ended()).isTrue();
        assertThat(search.found()).isEqualTo(2);
        refused(() -> search.stop(NOW), "customer.search-ended");
        assertThat(search.hold("one", NOW, NOW)).isFalse();
    }
}
