// SPDX-License-Identifier: Apache-2.0
package il.moked.ivr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import il.moked.ivr.FlowCheck.Finding;
import il.moked.ivr.MenuNode.Choice;
import il.moked.ivr.MenuNode.Kind;
import il.moked.shared.BusinessException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FlowCheckTest {
    private static final Set<String> LEGAL = Set.of("fault");
    private static final Duration SIX_MINUTES = Duration.ofMinutes(6);

    private static MenuNode node(String code, Kind kind, String next, String subject, Choice... choices) {
        boolean speaks = kind == Kind.SAY || kind == Kind.CHOOSE || kind == Kind.MESSAGE || kind == Kind.LANGUAGE;
        return new MenuNode(code, kind, speaks ? "מילים" : null, speaks ? "Words" : null, null, next, null, subject, null, List.of(choices));
    }

    private static Choice key(String key, String next) {
        return new Choice(key, next, null);
    }

    private static MenuFlow flow(MenuNode... more) {
        List<MenuNode> nodes = new ArrayList<>(List.of(more));
        nodes.add(node("agent", Kind.HUMAN, null, "fault"));
        return new MenuFlow("main", "0", "agent", nodes);
    }

    private static List<String> errors(MenuFlow flow) {
        return FlowCheck.of(flow, LEGAL, SIX_MINUTES).stream().filter(Finding::error).map(found -> found.what() + " " + found.node() + " " + found.detail()).map(String::strip).toList();
    }

    private static List<String> warnings(MenuFlow flow) {
        return FlowCheck.of(flow, LEGAL, SIX_MINUTES).stream().filter(found -> !found.error()).map(Finding::what).toList();
    }

    @Test
    void aSoundFlowHasNothingWrong() {
        MenuFlow flow = flow(node("main", Kind.CHOOSE, null, null, key("1", "agent"), key("2", "hours")), node("hours", Kind.HOURS, "main", null));
        assertThat(FlowCheck.of(flow, LEGAL, SIX_MINUTES)).isEmpty();
        assertThat(MenuFlow.read(flow.write())).isEqualTo(flow);
    }

    @Test
    void theKeyForAHumanIsTakenByNothingElse() {
        assertThat(errors(flow(node("main", Kind.CHOOSE, null, null, key("0", "agent"))))).containsExactly("human-taken main 0");
        MenuFlow without = new MenuFlow("main", "0", "hours", List.of(node("main", Kind.CHOOSE, null, null, key("1", "hours")), node("hours", Kind.HOURS, "main", null)));
        assertThat(errors(without)).contains("human  hours");
        assertThat(errors(new MenuFlow("main", "", "agent", flow().nodes()))).contains("human-key");
    }

    @Test
    void everyPlaceIsReachedAndLeadsSomewhere() {
        assertThat(errors(flow(node("main", Kind.CHOOSE, null, null, key("1", "agent")), node("lost", Kind.END, null, null)))).containsExactly("unreached lost");
        assertThat(errors(flow(node("main", Kind.CHOOSE, null, null, key("1", "nowhere"))))).containsExactly("unknown main nowhere");
        assertThat(errors(flow(node("main", Kind.SAY, null, null)))).contains("no-next main");
        assertThat(errors(flow(node("main", Kind.CHOOSE, null, null)))).contains("no-choice main");
    }

    @Test
    void whoeverGoesRoundAndRoundMustBeAsked() {
        assertThat(errors(flow(node("main", Kind.CHOOSE, null, null, key("1", "agent"), key("2", "a")), node("a", Kind.SAY, "b", null), node("b", Kind.HOURS, "a", null)))).containsExactly("loop a", "loop b");
    }

    @Test
    void aSubjectOfTheLawLeadsToAHumanInTime() {
        MenuFlow flow = flow(node("main", Kind.CHOOSE, null, null, key("1", "agent")));
        assertThat(FlowCheck.of(flow, Set.of("bill"), SIX_MINUTES)).extracting(Finding::what).containsExactly("legal-missing");
        assertThat(FlowCheck.of(flow, LEGAL, Duration.ofSeconds(3))).extracting(Finding::what).containsExactly("legal-late");
    }

    @Test
    void deepAndWideMenusAreWarnedOf() {
        MenuFlow deep = flow(node("main", Kind.CHOOSE, null, null, key("1", "a"), key("9", "agent")), node("a", Kind.CHOOSE, null, null, key("1", "b")), node("b", Kind.CHOOSE, null, null, key("1", "c")), node("c", Kind.CHOOSE, null, null, key("1", "agent")));
        assertThat(warnings(deep)).containsExactly("deep");
        MenuFlow wide = flow(node("main", Kind.CHOOSE, null, null, key("1", "agent"), key("2", "agent"), key("3", "agent"), key("4", "agent"), key("5", "agent"), key("6", "agent")));
        assertThat(warnings(wide)).containsExactly("many-choices");
        assertThat(errors(wide)).isEmpty();
        MenuFlow open = flow(node("main", Kind.CHOOSE, null, null, key("1", "agent"), key("2", "sum")), node("sum", Kind.BALANCE, "main", null));
        assertThat(warnings(open)).containsExactly("unproved");
    }

    @Test
    void whatCannotBeReadIsRefused() {
        assertThatThrownBy(() -> MenuFlow.read("{}")).isInstanceOf(BusinessException.class);
        assertThatThrownBy(() -> MenuFlow.read("x")).isInstanceOf(BusinessException.class);
    }
}
