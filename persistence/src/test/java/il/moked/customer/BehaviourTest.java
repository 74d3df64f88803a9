// SPDX-License-Identifier: Apache-2.0
package il.moked.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import il.moked.customer.CustomerFacts.Fact;
import il.moked.customer.SegmentRule.AtLeast;
import il.moked.customer.SegmentRule.AtMost;
import il.moked.shared.BusinessException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BehaviourTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final SegmentRules LOYAL = new SegmentRules(7, List.of(new SegmentRule("loyal", List.of(new AtMost(Fact.DAYS_SINCE_PURCHASE, 30), new AtLeast(Fact.PURCHASES_IN_YEAR, 6), new AtLeast(Fact.SPENT_IN_YEAR, 5000)), Segment.VIP)));

    private static SegmentRules.Choice choose(Segment given, Map<Fact, Long> known) {
        return KnownFacts.choose(LOYAL, Customer.Kind.PERSON, given, NOW, known, NOW);
    }

    @Test
    void daysSinceThePurchaseAreCountedWhenAsked() {
        Behaviour behaviour = new Behaviour(NOW.minus(Duration.ofDays(30)), 6, 5000);
        assertThat(behaviour.facts(NOW)).isEqualTo(Map.of(Fact.DAYS_SINCE_PURCHASE, 30L, Fact.PURCHASES_IN_YEAR, 6L, Fact.SPENT_IN_YEAR, 5000L));
        assertThat(choose(Segment.PRIVATE, behaviour.facts(NOW)).rule()).isEqualTo("loyal");
        assertThat(choose(Segment.VIP, behaviour.facts(NOW.plus(Duration.ofDays(1)))).rule()).as("a day later he bought 31 days ago").isNull();
    }

    @Test
    void aPurchaseAheadOfTheClockIsOfToday() {
        assertThat(new Behaviour(NOW.plusSeconds(5), 1, 10).facts(NOW)).containsEntry(Fact.DAYS_SINCE_PURCHASE, 0L);
    }

    @Test
    void whoWasGivenHisSegmentKeepsItWhateverHeBought() {
        Map<Fact, Long> rarely = new Behaviour(NOW, 1, 20).facts(NOW);
        assertThat(choose(Segment.VIP, rarely).segment()).isEqualTo(Segment.VIP);
        assertThat(choose(Segment.VIP, Map.of(Fact.PRODUCTS, 1L)).segment()).as("another system tells something of him").isEqualTo(Segment.PRIVATE);
    }

    @Test
    void sumsAreNotNegative() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Behaviour(NOW, -1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Behaviour(NOW, 0, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Behaviour(null, 0, 0));
    }

    @Test
    void noOtherSystemSaysWhatIsComputed() {
        assertThatThrownBy(() -> CustomerFactsText.read("{\"purchasesInYear\":3}")).isInstanceOfSatisfying(BusinessException.class, refused -> assertThat(refused.code()).isEqualTo("shared.field-unknown"));
        assertThat(CustomerFactsText.fact("spentInYear")).isEmpty();
    }
}
