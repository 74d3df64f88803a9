// SPDX-License-Identifier: Apache-2.0
package il.moked.ivr;

import static org.assertj.core.api.Assertions.assertThat;

import il.moked.ivr.MenuNode.Choice;
import il.moked.ivr.MenuNode.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class MenuTrialTest {
    private final MenuFlow flow = new MenuFlow("language", "0", "agent", List.of(
            new MenuNode("language", Kind.LANGUAGE, "עברית", "English", null, null, null, null, null, List.of(new Choice("1", "main", "he"), new Choice("2", "main", "en"))),
            new MenuNode("main", Kind.CHOOSE, "תפריט", "Menu", null, null, null, null, null, List.of(new Choice("1", "hours", null))),
            new MenuNode("hours", Kind.HOURS, null, null, null, "main", null, null, null, List.of()),
            new MenuNode("agent", Kind.HUMAN, null, null, null, null, null, null, null, List.of())));

    private List<String> places(String keys) {
        return MenuTrial.of(flow, "he", keys).stream().map(MenuTrial.Step::node).toList();
    }

    @Test
    void keysLeadOnAndWhatAsksNothingIsPassed() {
        assertThat(places("")).containsExactly("language");
        assertThat(places("21")).containsExactly("language", "main", "hours", "main");
        assertThat(MenuTrial.of(flow, "he", "2").get(1).words()).isEqualTo("Menu");
        assertThat(MenuTrial.of(flow, "he", "1").get(1).words()).isEqualTo("תפריט");
    }

    @Test
    void theKeyForAHumanLeadsOutAndAWrongOneNowhere() {
        assertThat(places("20")).containsExactly("language", "main", "agent");
        assertThat(places("270")).containsExactly("language", "main", "main", "agent");
        assertThat(places("2077")).endsWith("agent");
    }
}
