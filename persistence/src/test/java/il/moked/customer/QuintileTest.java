// SPDX-License-Identifier: Apache-2.0
package il.moked.customer;

import static org.assertj.core.api.Assertions.assertThat;

import il.moked.customer.CustomerFacts.Fact;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Who is of which fifth of those who buy. */
class QuintileTest {
    private static Quintile of(long... numbers) {
        TreeMap<Long, Long> counted = Arrays.stream(numbers).boxed().collect(Collectors.groupingBy(number -> number, TreeMap::new, Collectors.counting()));
        Quintile.Reckoning reckoning = new Quintile.Reckoning(numbers.length);
        counted.forEach(reckoning::add);
        return reckoning.done();
    }

    private static int[] scores(long... numbers) {
        Quintile quintile = of(numbers);
        return Arrays.stream(numbers).mapToInt(quintile::score).toArray();
    }

    @Test
    void fiveDifferentOnesAreOfFiveFifths() {
        assertThat(scores(10, 20, 30, 40, 50)).containsExactly(1, 2, 3, 4, 5);
        assertThat(scores(1, 2, 3, 4, 5, 6, 7, 8, 9, 10)).containsExactly(1, 1, 2, 2, 3, 3, 4, 4, 5, 5);
        Quintile hundred = of(LongStream.rangeClosed(1, 100).toArray());
        assertThat(hundred).isEqualTo(new Quintile(21L, 41L, 61L, 81L));
    }

    @Test
    void whoHasTheSameIsOfTheSameFifth() {
        assertThat(scores(7, 7, 7)).as("all the same are in the middle").containsExactly(3, 3, 3);
        assertThat(scores(1, 1, 1, 1, 1, 1, 1, 1, 1, 9)).as("nine of ten the same").containsExactly(3, 3, 3, 3, 3, 3, 3, 3, 3, 5);
        assertThat(scores(1, 1, 1, 1, 2, 2, 3, 4, 5, 6)).containsExactly(2, 2, 2, 2, 3, 3, 4, 4, 5, 5);
        assertThat(scores(1, 9, 9, 9, 9, 9, 9, 9, 9, 9)).containsExactly(1, 3, 3, 3, 3, 3, 3, 3, 3, 3);
    }

    @Test
    void fewAreOfFewFifths() {
        assertThat(scores(5)).containsExactly(3);
        assertThat(scores(5, 6)).containsExactly(2, 4);
        assertThat(of(5, 6)).isEqualTo(new Quintile(5L, 6L, 6L, null));
    }

    @Test
    void whoCameSinceIsJudgedByTheSameNumbers() {
        Quintile quintile = of(10, 20, 30, 40, 50);
        assertThat(quintile.score(0)).isEqualTo(1);
        assertThat(quintile.score(19)).isEqualTo(1);
        assertThat(quintile.score(20)).isEqualTo(2);
        assertThat(quintile.score(1_000)).isEqualTo(5);
    }

    @Test
    void aPurchaseCountsAtOnceAndNobodyIsScoredBeforeTheFirstNight() {
        Instant now = Instant.parse("2026-03-01T12:00:00Z");
        long today = now.getEpochSecond() / Behaviour.SECONDS_OF_DAY;
        Behaviour behaviour = new Behaviour(now, 4, 900);
        assertThat(behaviour.facts(now, Quintiles.Scale.NONE)).isEqualTo(behaviour.facts(now));
        Quintiles.Scale scale = new Quintiles.Scale(of(today - 4, today - 3, today - 2, today - 1, today), of(1, 2, 3, 4, 5), of(100, 1000, 2000, 3000, 4000));
        assertThat(behaviour.facts(now, scale)).containsAllEntriesOf(Map.of(Fact.RECENCY_SCORE, 5L, Fact.FREQUENCY_SCORE, 4L, Fact.MONETARY_SCORE, 1L));
    }
}
