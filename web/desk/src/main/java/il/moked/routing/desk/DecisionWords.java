// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.desk;

import il.moked.routing.Decision;
import il.moked.routing.RequiredSkill;
import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.Collectors;

/** A decision of the router in the words of people: who got it and why, or why nobody did. */
final class DecisionWords {
    private static final char FIRST_STRONG_ISOLATE = '\u2068';
    private static final char POP_ISOLATE = '\u2069';

    private final Locale locale;
    private final LongFunction<String> agents;
    private final Function<String, String> skills;
    private final ResourceBundle texts;

    /** @param agents names by id @param skills names by code */
    DecisionWords(Locale locale, LongFunction<String> agents, Function<String, String> skills) {
        this.locale = locale;
        this.agents = agents;
        this.skills = skills;
        this.texts = ResourceBundle.getBundle("il.moked.routing.desk.routing", locale);
    }

    /**
     * @param headline the answer in one sentence
     * @param because what led to it, most telling first
     * @param candidates who could take it, best first
     * @param refused how many could not, by reason
     */
    public record Explained(Instant at, boolean somebody, String headline, List<String> because, List<Row> candidates, int able, List<Refused> refused) {
    }

    /** @param idle since his last offer */
    public record Row(String name, int suits, String idle, String score, boolean chosen) {
    }

    /** @param examples names, and the skills each lacks */
    public record Refused(int count, String reason, List<String> examples) {
    }

    Explained of(Decision decision) {
        return new Explained(decision.at(), decision.somebody(), headline(decision), because(decision), candidates(decision), decision.able(), refused(decision));
    }

    private String headline(Decision decision) {
        return say("why." + decision.why(), decision.somebody() ? agent(decision.agentId()) : "", decision.able());
    }

    private List<String> because(Decision decision) {
        List<String> because = new ArrayList<>();
        boolean late = decision.waited().compareTo(decision.item().target()) > 0;
        because.add(say(late ? "because.waited.late" : "because.waited", time(decision.waited()), time(decision.item().target())));
        if (decision.floorShare()) {
            because.add(say("because.floor"));
        }
        if (decision.kept() != null && !decision.kept().equals(decision.agentId())) {
            because.add(say("because.kept", agent(decision.kept())));
        }
        List<RequiredSkill> asked = decision.item().requirement().skills();
        because.add(asked.isEmpty() ? say("because.asked.nothing")
                : say("because.asked", asked.stream().map(required -> say("because.skill", isolated(skills.apply(required.skill().code())), required.minimum())).collect(Collectors.joining(", "))));
        if (decision.step() > 0) {
            because.add(decision.dropped().isEmpty() ? say("because.step", decision.step()) : say("because.step.dropped", decision.step(), named(decision.dropped())));
        }
        because.add(say("because.version", decision.ruleVersion()));
        return because;
    }

    private List<Row> candidates(Decision decision) {
        return decision.candidates().stream().map(candidate -> new Row(agents.apply(candidate.agentId()), candidate.suits(), time(Duration.ofSeconds(candidate.idleSeconds())), String.format(Locale.ROOT, "%.0f", candidate.score()),
                decision.agentId() != null && decision.agentId() == candidate.agentId())).toList();
    }

    private List<Refused> refused(Decision decision) {
        return decision.refused().entrySet().stream().sorted(Map.Entry.<Decision.Reason, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> new Refused(entry.getValue(), say("refused." + entry.getKey()), decision.examples().stream().filter(refusal -> refusal.reason() == entry.getKey())
                        .map(refusal -> refusal.missing().isEmpty() ? agents.apply(refusal.agentId()) : say("refused.lacks", agent(refusal.agentId()), named(refusal.missing()))).toList())).toList();
    }

    private String named(Collection<String> codes) {
        return codes.stream().map(code -> isolated(skills.apply(code))).collect(Collectors.joining(", "));
    }

    private String agent(long id) {
        return isolated(agents.apply(id));
    }

    private String say(String key, Object... arguments) {
        return new MessageFormat(texts.getString(key), locale).format(arguments);
    }

    static String time(Duration time) {
        return isolated(WallView.clock(java.util.Optional.of(time.isNegative() ? Duration.ZERO : time)));
    }

    private static String isolated(String text) {
        return FIRST_STRONG_ISOLATE + text + POP_ISOLATE;
    }
}
