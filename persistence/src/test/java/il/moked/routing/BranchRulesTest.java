// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import il.moked.customer.Segment;
import il.moked.routing.BranchRules.Choice;
import il.moked.routing.BranchRules.Line;
import il.moked.routing.BranchRules.Visitor;
import il.moked.shared.BusinessException;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BranchRulesTest {
    private static final BranchRules RULES = new BranchRules(3, List.of(
            new Line("giants", Set.of(Segment.LARGE_BUSINESS), 1000L, null, Set.of(), Set.of(), List.of("tower"), "bankers"),
            new Line("business", Set.of(Segment.LARGE_BUSINESS, Segment.SMALL_BUSINESS), null, null, Set.of(), Set.of(), List.of("business-tlv", "tower"), null),
            new Line("devices", Set.of(), null, 10L, Set.of("RTR-AX3000"), Set.of("support", "purchase"), List.of(), "lab")));

    private static Visitor visitor(Segment segment, Long employees, String product, String reason) {
        return new Visitor(segment, employees == null ? OptionalLong.empty() : OptionalLong.of(employees), product, reason);
    }

    @Test
    void theFirstLineThatFitsDecidesAndSaysSo() {
        assertThat(RULES.choose(visitor(Segment.LARGE_BUSINESS, 5000L, null, "bill"))).isEqualTo(new Choice("giants", 3, List.of("tower"), "bankers"));
        assertThat(RULES.choose(visitor(Segment.LARGE_BUSINESS, 200L, null, "bill")).line()).isEqualTo("business");
        assertThat(RULES.choose(visitor(Segment.LARGE_BUSINESS, null, null, null)).line()).as("a size nobody knows fits no range").isEqualTo("business");
        assertThat(RULES.choose(visitor(Segment.PRIVATE, 1L, "RTR-AX3000", "support"))).isEqualTo(new Choice("devices", 3, List.of(), "lab"));
        assertThat(RULES.choose(visitor(Segment.PRIVATE, 1L, "RTR-AX3000", "bill"))).isEqualTo(new Choice(null, 3, List.of(), null));
        assertThat(BranchRules.FIRST.choose(visitor(Segment.VIP, null, null, null)).branches()).isEmpty();
    }

    @Test
    void areWrittenAndReadAsTheyAre() {
        assertThat(BranchRulesText.read(3, BranchRulesText.write(RULES))).isEqualTo(RULES);
        assertThat(BranchRulesText.read(1, BranchRulesText.write(BranchRules.FIRST))).isEqualTo(BranchRules.FIRST);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "giants"         | "business"        | shared.field-twice         | lines[1].name
            "LARGE_BUSINESS" | "HUGE"            | shared.field-unknown-value | lines[0].segments
            "bankers"        | "Not a code"      | shared.code                | lines[0].group
            "leastEmployees" | "leastEmployes"   | shared.field-unknown       | lines[0].leastEmployes
            "mostEmployees":10 | "mostEmployees":-1 | shared.field-range      | lines[2].mostEmployees""")
    void whatIsWrongIsNamedWithItsPlace(String good, String bad, String refusal, String place) {
        String text = BranchRulesText.write(RULES);
        String broken = text.replaceFirst(java.util.regex.Pattern.quote(good), java.util.regex.Matcher.quoteReplacement(bad));
        assertThat(broken).isNotEqualTo(text);
        assertThatThrownBy(() -> BranchRulesText.read(1, broken)).isInstanceOfSatisfying(BusinessException.class, wrong -> {
            assertThat(wrong.code()).isEqualTo(refusal);
            assertThat(wrong.arguments().get(0)).isEqualTo(place);
        });
    }
}
