// SPDX-License-Identifier: Apache-2.0
package il.moked.admin.desk;

import static org.assertj.core.api.Assertions.assertThat;

import il.moked.customer.SegmentRulesText;
import il.moked.routing.RoutingRules;
import il.moked.routing.RoutingRulesText;
import il.moked.shared.desk.Screen;
import il.moked.shared.ui.ActiveLocale;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What an administrator is told of rules that are wrong: the section, the line counted from 1, the field, in his language. */
class DoingTest {
    private final Map<String, Object> answered = new HashMap<>();

    private String refused(String language, Supplier<Object> act) {
        ActiveLocale locale = new ActiveLocale() {
            @Override
            public Locale getLocale() {
                return Locale.forLanguageTag(language);
            }
        };
        Doing doing = new Doing();
        doing.locale = locale;
        doing.words = new Words();
        doing.words.locale = locale;
        doing.screen = new Screen() {
            @Override
            public void answer(String name, Object value) {
                answered.put(name, value);
            }
        };
        assertThat(doing.<Object>tried(act)).isNull();
        return (String) answered.get("why");
    }

    @Test
    void whatIsWrongIsToldWithItsLine() {
        Supplier<Object> wrong = () -> SegmentRulesText.read(1, "{\"rules\":[{\"name\":\"a\",\"segment\":\"VIP\"},{\"name\":\"b\",\"segment\":\"VIP\",\"ranges\":[{\"fact\":\"EMPLOYEES\",\"least\":\"many\"}]}]}");
        assertThat(refused("en", wrong)).startsWith("Rules 2 · Ranges 1 · From");
        assertThat(answered).containsEntry("field", "rules[1].ranges[0].least");
        assertThat(refused("he", wrong)).contains("כללים 2").doesNotContain("rules[");
    }

    @Test
    void aTargetInHoursNobodyKnowsIsToldWithItsLine() {
        String rules = RoutingRulesText.write(RoutingRules.FIRST).replaceFirst("\"seconds\":120", "\"seconds\":120,\"hours\":\"NIGHT\"");
        assertThat(refused("en", () -> RoutingRulesText.read(1, rules))).startsWith("Service levels 2 · Hours").contains("NIGHT");
        assertThat(refused("he", () -> RoutingRulesText.read(1, rules))).startsWith("רמות שירות 2 · שעות").contains("NIGHT");
    }
}
