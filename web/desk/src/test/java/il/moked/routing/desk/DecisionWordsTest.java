// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.desk;

import static org.assertj.core.api.Assertions.assertThat;

import il.moked.agent.Skill;
import il.moked.agent.WorkWeight;
import il.moked.channel.Channel;
import il.moked.routing.Decision;
import il.moked.routing.Decision.Candidate;
import il.moked.routing.Decision.Reason;
import il.moked.routing.Decision.Refusal;
import il.moked.routing.Decision.Why;
import il.moked.routing.RequiredSkill;
import il.moked.routing.Requirement;
import il.moked.routing.WaitingItem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DecisionWordsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Map<Long, String> NAMES = Map.of(1L, "Dana Levi", 2L, "Yossi Mizrahi", 3L, "Michal Friedman");

    private static DecisionWords in(String language) {
        return new DecisionWords(Locale.forLanguageTag(language), NAMES::get, code -> code.toUpperCase(Locale.ROOT));
    }

    private static Decision decision(Long agent, Why why, Duration waited, int step, Set<String> dropped, Long kept, boolean floor) {
        WaitingItem item = new WaitingItem(7, 1, Channel.PHONE, new WorkWeight(100, false), Requirement.of(RequiredSkill.atLeast(3, new Skill("loans", Skill.Kind.SUBJECT))), NOW.minus(waited), NOW, Duration.ofSeconds(120), null, Map.of());
        List<Candidate> candidates = agent == null ? List.of() : List.of(new Candidate(1, 80, 65, 145), new Candidate(2, 60, 10, 70));
        return new Decision(item, agent, why, floor, 4, NOW, waited, step, dropped, kept, candidates, candidates.size(), Map.of(Reason.SKILL_MISSING, 2, Reason.NO_CAPACITY, 5),
                List.of(new Refusal(3, Reason.SKILL_MISSING, Set.of("loans"))));
    }

    /** Without the marks that keep names and clocks in their own direction. */
    private static String plain(String text) {
        return text.replace("\u2068", "").replace("\u2069", "");
    }

    @Test
    void itTellsWhoGotItAndWhy() {
        DecisionWords.Explained told = in("en").of(decision(1L, Why.BEST_SCORE, Duration.ofSeconds(75), 0, Set.of(), null, false));
        assertThat(plain(told.headline())).isEqualTo("Offered to Dana Levi: the best score of 2 who could take it.");
        assertThat(told.because()).map(DecisionWordsTest::plain).containsExactly("Had waited 1:15 of a target of 2:00.", "Asks for skills: LOANS at level 3.", "By the rules of version 4.");
        assertThat(told.candidates()).extracting(DecisionWords.Row::name, DecisionWords.Row::score, DecisionWords.Row::chosen).containsExactly(org.assertj.core.groups.Tuple.tuple("Dana Levi", "145", true), org.assertj.core.groups.Tuple.tuple("Yossi Mizrahi", "70", false));
    }

    @Test
    void itTellsWhyNobodyGotItWithTheMostFrequentReasonFirst() {
        DecisionWords.Explained told = in("en").of(decision(null, Why.NOBODY, Duration.ofSeconds(200), 2, Set.of("loans"), 3L, true));
        assertThat(told.headline()).isEqualTo("Waits: nobody can take it now.");
        assertThat(told.because()).map(DecisionWordsTest::plain).containsExactly("Had waited 3:20, beyond a target of 2:00.", "Went before others: its channel had less than its guaranteed share.",
                "Still kept for Michal Friedman, who knows the customer and is about to be free.", "Asks for skills: LOANS at level 3.", "Asks less by now: step 2, without LOANS.", "By the rules of version 4.");
        assertThat(told.refused()).extracting(DecisionWords.Refused::count).containsExactly(5, 2);
        assertThat(plain(told.refused().get(1).examples().get(0))).isEqualTo("Michal Friedman (lacks LOANS)");
    }

    @Test
    void itSpeaksHebrewWithEveryNameAndClockInItsOwnDirection() {
        DecisionWords.Explained told = in("he").of(decision(2L, Why.PREFERRED, Duration.ofSeconds(5), 0, Set.of(), null, false));
        assertThat(told.headline()).contains("\u2068Yossi Mizrahi\u2069").startsWith("הוצע");
        assertThat(told.because().get(0)).contains("\u20680:05\u2069");
        assertThat(told.because()).noneMatch(sentence -> sentence.contains("{"));
    }
}
