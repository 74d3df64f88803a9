// SPDX-License-Identifier: Apache-2.0
package il.moked.casework.desk;

import il.moked.agent.ejb.Colleagues;
import il.moked.casework.CaseAction;
import il.moked.casework.CaseCondition;
import il.moked.casework.CaseRuleContent;
import il.moked.casework.CaseRuleText;
import il.moked.casework.CaseTrigger;
import il.moked.casework.ServiceCase;
import il.moked.casework.ejb.EscalationPathKeeping;
import il.moked.casework.ejb.EscalationPathKeeping.Path;
import il.moked.casework.ejb.MacroKeeping;
import il.moked.casework.ejb.MacroKeeping.Macro;
import il.moked.casework.ejb.RuleKeeping;
import il.moked.casework.ejb.RuleKeeping.Edition;
import il.moked.casework.ejb.RuleKeeping.Firing;
import il.moked.casework.ejb.RuleKeeping.Rule;
import il.moked.casework.ejb.RuleKeeping.Tried;
import il.moked.channel.Channel;
import il.moked.customer.Segment;
import il.moked.shared.BusinessException;
import il.moked.shared.NotFoundException;
import il.moked.shared.OneOf;
import il.moked.shared.Page;
import il.moked.shared.desk.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** supervisor/rules.xhtml: rules that work on cases by themselves, what they did and why; macros; which team helps which. */
@Named
@RequestScoped
public class CaseRulesView {
    private static final int PAGE = 30;

    @Inject
    RuleKeeping keeping;
    @Inject
    MacroKeeping macroKeeping;
    @Inject
    EscalationPathKeeping pathKeeping;
    @Inject
    Colleagues colleagues;
    @Inject
    CaseWords words;
    @Inject
    Screen screen;

    private List<Rule> rules;
    private List<Macro> macros;
    private Page<Firing> firings;
    private List<Tried> tried;
    private Rule one;
    private List<Edition> editions;
    private List<Path> paths;
    private List<Colleagues.TeamLine> teams;

    /** What the page shows of the three. */
    public enum Tab { RULES, MACROS, PATHS }

    public Tab tab() {
        return OneOf.named(Tab.class, screen.text("show")).orElse(Tab.RULES);
    }

    public Tab[] tabs() {
        return Tab.values();
    }

    // ---- rules

    public List<Rule> rules() {
        if (rules == null) {
            rules = keeping.all();
        }
        return rules;
    }

    /** What the form is filled with. */
    public String json(CaseRuleContent content) {
        return CaseRuleText.of(content);
    }

    public void keep() {
        keeping.keep(given("id"), (int) screen.number("version"), content());
        rulesAgain("rule.kept");
    }

    public void activate() {
        boolean active = screen.says("active");
        keeping.activate(screen.number("id"), (int) screen.number("version"), active);
        rulesAgain(active ? "rule.activated" : "rule.rested");
    }

    public void moveUp() {
        keeping.moveUp(screen.number("id"), (int) screen.number("version"));
        rulesAgain("rule.moved");
    }

    private void rulesAgain(String told) {
        rules = null;
        done(told, "rules");
    }

    private CaseRuleContent content() {
        return new CaseRuleContent(screen.text("hebrewName"), screen.text("englishName"), member(CaseTrigger.class, "trigger"), hours(), screen.says("business"), CaseRuleText.conditions(screen.text("conditions")), CaseRuleText.actions(screen.text("actions")));
    }

    private Integer hours() {
        try {
            return text("hours") == null ? null : Integer.valueOf(text("hours"));
        } catch (NumberFormatException notOne) {
            throw new BusinessException("shared.field-range", "hours", 1, CaseRuleContent.MOST_HOURS);
        }
    }

    // ---- trying

    public boolean isTrying() {
        return screen.says("try");
    }

    /** Those it would take first. A rule that is not whole is told why. */
    public List<Tried> tried() {
        if (tried == null) {
            try {
                tried = keeping.dryRun(content()).stream().sorted(Comparator.comparing(Tried::matches).reversed()).toList();
            } catch (BusinessException notWhole) {
                screen.refuse(notWhole);
                tried = List.of();
            }
        }
        return tried;
    }

    public long matching() {
        return tried().stream().filter(Tried::matches).count();
    }

    // ---- what one did

    public boolean isOne() {
        return text("rule") != null;
    }

    /** Null when there is none. */
    public Rule one() {
        try {
            one = one == null ? keeping.get(screen.number("rule")) : one;
            return one;
        } catch (NotFoundException none) {
            return null;
        }
    }

    public List<Edition> editions() {
        if (editions == null) {
            editions = keeping.editions(screen.number("rule"));
        }
        return editions;
    }

    public List<Firing> firings() {
        return page().rows();
    }

    public boolean isMore() {
        return page().more();
    }

    public long last() {
        return firings().isEmpty() ? 0 : firings().get(firings().size() - 1).id();
    }

    private Page<Firing> page() {
        if (firings == null) {
            firings = keeping.firings(screen.number("rule"), given("after-id"), PAGE);
        }
        return firings;
    }

    // ---- macros

    public List<Macro> macros() {
        if (macros == null) {
            macros = macroKeeping.all();
        }
        return macros;
    }

    public String json(List<CaseAction> actions) {
        return CaseRuleText.ofActions(actions);
    }

    public void keepMacro() {
        macroKeeping.keep(new Macro(given("id"), text("team"), screen.text("hebrewName"), screen.text("englishName"), CaseRuleText.actions(screen.text("actions")), (int) screen.number("version")));
        macrosAgain("macro.kept");
    }

    public void removeMacro() {
        macroKeeping.remove(screen.number("id"), (int) screen.number("version"));
        macrosAgain("macro.removed");
    }

    private void macrosAgain(String told) {
        macros = null;
        done(told, "macros");
    }

    // ---- paths

    public List<Path> paths() {
        if (paths == null) {
            paths = pathKeeping.all();
        }
        return paths;
    }

    public void keepPath() {
        pathKeeping.keep(new Path(screen.text("team"), screen.text("next"), (int) screen.number("version")));
        done("path.kept", "paths");
    }

    public void removePath() {
        pathKeeping.remove(screen.text("team"));
        done("path.removed", "paths");
    }

    private void done(String told, String region) {
        paths = null;
        screen.tell(words.text(told));
        screen.answer("done", true);
        screen.redraw(region);
    }

    // ---- what may be chosen

    public List<Colleagues.TeamLine> teams() {
        if (teams == null) {
            teams = colleagues.teams();
        }
        return teams;
    }

    public CaseTrigger[] triggers() {
        return CaseTrigger.values();
    }

    public CaseCondition.Field[] fields() {
        return CaseCondition.Field.values();
    }

    public CaseCondition.Operator[] operators() {
        return CaseCondition.Operator.values();
    }

    /** In which fields it may be used. */
    public String fields(CaseCondition.Operator operator) {
        return String.join(" ", Arrays.stream(CaseCondition.Field.values()).filter(field -> field.operators().contains(operator)).map(Enum::name).toList());
    }

    public List<CaseAction.Kind> actions(boolean ofRules) {
        return Arrays.stream(CaseAction.Kind.values()).filter(kind -> ofRules ? kind.ofRules() : kind.ofMacros()).toList();
    }

    public ServiceCase.Kind[] kinds() {
        return ServiceCase.Kind.values();
    }

    public ServiceCase.Severity[] severities() {
        return ServiceCase.Severity.values();
    }

    public ServiceCase.State[] states() {
        return ServiceCase.State.values();
    }

    /** Those an action may lead to. */
    public List<ServiceCase.State> aims() {
        return Arrays.stream(ServiceCase.State.values()).filter(state -> state != ServiceCase.State.NEW && state != ServiceCase.State.CLOSED).toList();
    }

    public ServiceCase.Cause[] causes() {
        return ServiceCase.Cause.values();
    }

    public Segment[] segments() {
        return Segment.values();
    }

    public Channel[] channels() {
        return Channel.values();
    }

    private <E extends Enum<E>> E member(Class<E> type, String name) {
        return OneOf.named(type, screen.text(name)).orElse(null);
    }

    private Long given(String name) {
        return text(name) == null ? null : Long.valueOf(screen.number(name));
    }

    private String text(String name) {
        String sent = screen.text(name);
        return sent == null || sent.isBlank() ? null : sent.strip();
    }
}
