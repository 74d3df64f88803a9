// SPDX-License-Identifier: Apache-2.0
package il.moked.customer;

import static org.assertj.core.api.Assertions.assertThat;

import il.moked.customer.CustomerFacts.Fact;
import il.moked.customer.SegmentRule.AtLeast;
import il.moked.customer.SegmentRule.AtMost;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SegmentRulesTest {
    private static final SegmentRules RULES = SegmentRules.DEFAULT;

    private static CustomerFacts person(Map<Fact, Long> numbers) {
        return new CustomerFacts(Customer.Kind.PERSON, numbers);
    }

    private static CustomerFacts company(Map<Fact, Long> numbers) {
        return new CustomerFacts(Customer.Kind.COMPANY, numbers);
    }

    @Test
    void somebodyNothingIsKnownOfIsPrivate() {
        assertThat(RULES.choose(person(Map.of())).segment()).isEqualTo(Segment.PRIVATE);
        assertThat(RULES.choose(new CustomerFacts(Customer.Kind.GUEST, Map.of())).segment()).isEqualTo(Segment.PRIVATE);
    }

    @Test
    void aCompanyIsLargeFromFiftyPeopleOn() {
        assertThat(RULES.choose(company(Map.of(Fact.EMPLOYEES, 49L))).segment()).isEqualTo(Segment.SMALL_BUSINESS);
        assertThat(RULES.choose(company(Map.of(Fact.EMPLOYEES, 50L))).segment()).isEqualTo(Segment.LARGE_BUSINESS);
        assertThat(RULES.choose(company(Map.of())).segment()).isEqualTo(Segment.SMALL_BUSINESS);
    }

    @Test
    void aSmallCompanyThatPaysMuchIsLarge() {
        assertThat(RULES.choose(company(Map.of(Fact.EMPLOYEES, 4L, Fact.YEARLY_SHEKELS, 250_000L)))).isEqualTo(new SegmentRules.Choice(Segment.LARGE_BUSINESS, "company-by-value", 1));
    }

    @Test
    void theFirstRuleThatHoldsDecides() {
        CustomerFacts marked = company(Map.of(Fact.MARKED, 1L, Fact.EMPLOYEES, 900L));
        assertThat(RULES.choose(marked).rule()).isEqualTo("marked");
        assertThat(RULES.choose(marked).segment()).isEqualTo(Segment.VIP);
    }

    @Test
    void whatNobodyKnowsDecidesNothing() {
        SegmentRules few = new SegmentRules(3, List.of(new SegmentRule("newcomer", List.of(new AtMost(Fact.YEARS_KNOWN, 0)), Segment.VIP)));
        assertThat(few.choose(person(Map.of())).segment()).isEqualTo(Segment.PRIVATE);
        assertThat(few.choose(person(Map.of(Fact.YEARS_KNOWN, 0L))).segment()).isEqualTo(Segment.VIP);
        assertThat(few.choose(person(Map.of(Fact.YEARS_KNOWN, 1L))).segment()).isEqualTo(Segment.PRIVATE);
    }

    @Test
    void allConditionsOfARuleMustHold() {
        SegmentRule both = new SegmentRule("both", List.of(new AtLeast(Fact.PRODUCTS, 3), new AtLeast(Fact.YEARS_KNOWN, 5)), Segment.VIP);
        assertThat(both.holds(person(Map.of(Fact.PRODUCTS, 3L, Fact.YEARS_KNOWN, 5L)))).isTrue();
        assertThat(both.holds(person(Map.of(Fact.PRODUCTS, 3L, Fact.YEARS_KNOWN, 4L)))).isFalse();
    }

    @Test
    void aChangeIsANewVersionAndEveryChoiceNamesIts() {
        SegmentRules changed = RULES.changedTo(List.of());
        assertThat(changed.version()).isEqualTo(2);
        assertThat(changed.choose(company(Map.of(Fact.EMPLOYEES, 900L)))).isEqualTo(new SegmentRules.Choice(Segment.SMALL_BUSINESS, null, 2));
        assertThat(RULES.choose(company(Map.of(Fact.EMPLOYEES, 900L))).version()).isEqualTo(1);
    }
}
