// SPDX-License-Identifier: Apache-2.0
package il.moked.casework.desk;

import il.moked.agent.ejb.Colleagues;
import il.moked.casework.CaseAction;
import il.moked.casework.CaseCondition;
import il.moked.casework.CaseRuleContent;
import il.moked.casework.CaseRuleFiring;
import il.moked.casework.CaseTrigger;
import il.moked.shared.BusinessException;
import il.moked.shared.ui.ActiveLocale;
import il.moked.shared.ui.Problems;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.ResourceBundle;

/** Rules, macros and what came of them in words. */
@Named
@RequestScoped
public class CaseRuleWords {
    private static final int SHOWN = 120;

    @Inject
    CaseWords words;
    @Inject
    Colleagues colleagues;
    @Inject
    ActiveLocale locale;

    private List<Colleagues.TeamLine> teams;

    public String trigger(CaseRuleContent content) {
        return content.trigger().timed() ? words.text(content.business() ? "rule.after.business" : "rule.after", content.hours(), trigger(content.trigger())) : trigger(content.trigger());
    }

    public String trigger(CaseTrigger trigger) {
        return words.text("trigger." + trigger);
    }

    public String condition(CaseCondition condition) {
        return words.text("field." + condition.field()) + " " + words.text("operator." + condition.operator()) + " " + value(condition.field(), condition.value());
    }

    /** What the case has; nothing of a text is repeated. */
    public String actual(CaseCondition.Check check) {
        return check.condition().field() == CaseCondition.Field.TEXT ? "" : check.actual().isEmpty() ? words.text("rule.nothing") : value(check.condition().field(), check.actual());
    }

    private String value(CaseCondition.Field field, String value) {
        return switch (field) {
            case KIND -> words.text("kind." + value);
            case SEVERITY -> words.text("severity." + value);
            case STATE -> words.text("state." + value);
            case TEAM -> team(value);
            case SEGMENT -> channel("segment." + value);
            case CHANNEL -> channel("channel." + value);
            case LATE -> words.text("rule." + value);
            case PRODUCT, TEXT -> apart("«" + value + "»");
        };
    }

    public String action(CaseAction action) {
        return action(action.kind(), action.kind().written() ? action.text(locale.getLang()) : action.value());
    }

    public String deed(CaseRuleFiring.Deed deed) {
        return action(deed.kind(), deed.value());
    }

    private String action(CaseAction.Kind kind, String value) {
        return switch (kind) {
            case TEAM -> words.text("action.TEAM", team(value));
            case STATE -> words.text("action.STATE", words.text("state." + value));
            case CLOSE -> words.text("action.CLOSE", words.text("cause." + value));
            case SEVERITY -> words.text("action.SEVERITY", words.text("severity." + value));
            case WATCHER -> value.isEmpty() ? words.text("action.WATCHER.me") : words.text("action.WATCHER", value);
            case NOTE, ESCALATE, MESSAGE, REPLY -> words.text("action." + kind, apart(value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "…"));
            case ME, MACRO -> words.text("action." + kind, value);
        };
    }

    /** What somebody wrote runs in its own direction, whatever is around it. */
    private static String apart(String written) {
        return "\u2068" + written + "\u2069";
    }

    public String refusal(String code) {
        return Problems.text(new BusinessException(code), locale.getLocale());
    }

    public String refusal(BusinessException refusal) {
        return Problems.text(refusal, locale.getLocale());
    }

    /** {@code good}, {@code warn} or {@code bad}. */
    public String sign(CaseRuleFiring.Outcome outcome) {
        return switch (outcome) {
            case DONE -> "good";
            case PARTLY, STOPPED -> "warn";
            case REFUSED, FAILED -> "bad";
        };
    }

    public String team(String code) {
        if (teams == null) {
            teams = colleagues.teams();
        }
        return teams.stream().filter(team -> team.code().equals(code)).map(team -> team.name(locale.getLang())).findFirst().orElse(code);
    }

    private String channel(String key) {
        return ResourceBundle.getBundle("il.moked.channel.desk.channel", locale.getLocale()).getString(key);
    }
}
