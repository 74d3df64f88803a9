// SPDX-License-Identifier: Apache-2.0
package il.moked.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import il.moked.complaint.ControlChart.Limits;
import il.moked.complaint.ControlChart.Rule;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Limits of the vectors were computed outside, by the formula of the c-chart. */
class ControlChartTest {
    private static List<Integer> with(List<Integer> base, int newest) {
        return Stream.concat(base.stream(), Stream.of(newest)).toList();
    }

    @Test
    void theNewestIsJudgedByThoseBeforeIt() {
        List<Integer> base = List.of(4, 6, 5, 3, 7, 5, 4, 6, 5, 5, 2, 8);
        Limits limits = new ControlChart(with(base, 100)).limits().orElseThrow();
        assertThat(limits.mean()).isEqualTo(5);
        assertThat(limits.upper()).isCloseTo(11.7082, within(0.0001));
        assertThat(limits.lower()).isZero();
        assertThat(new ControlChart(with(base, 11)).out(12)).isEmpty();
        assertThat(new ControlChart(with(base, 12)).out(12)).containsExactly(Rule.LIMIT);
    }

    @Test
    void theLowerLimitIsThereWhereItCanBe() {
        Limits limits = new ControlChart(with(List.of(16, 14, 20, 12, 18, 15, 17, 13, 19, 16), 16)).limits().orElseThrow();
        assertThat(limits.mean()).isEqualTo(16);
        assertThat(limits.upper()).isEqualTo(28);
        assertThat(limits.lower()).isEqualTo(4);
    }

    @Test
    void eightInARowAboveTheMeanAreNoChance() {
        List<Integer> counts = Stream.concat(IntStream.range(0, 12).mapToObj(week -> 4), IntStream.range(0, 8).mapToObj(week -> 7)).toList();
        ControlChart chart = new ControlChart(counts);
        assertThat(chart.limits().orElseThrow().mean()).isCloseTo(5.1053, within(0.0001));
        assertThat(chart.out(18)).isEmpty();
        assertThat(chart.out(19)).containsExactly(Rule.RUN);
    }

    @Test
    void tooFewPeriodsOrComplaintsJudgeNothing() {
        assertThat(new ControlChart(List.of(0, 0, 0, 0, 0, 0, 0, 50)).limits()).isEmpty();
        assertThat(new ControlChart(List.of(0, 0, 0, 0, 0, 0, 0, 0, 2)).out(8)).isEmpty();
        assertThat(new ControlChart(List.of(0, 0, 0, 0, 0, 0, 0, 0, 3)).out(8)).containsExactly(Rule.LIMIT);
    }

    @Test
    void weeksBeginOnSundayAndWithTheFirstDayThatWasCounted() {
        LocalDate thursday = LocalDate.of(2026, 11, 26);
        CountedPeriods weeks = CountedPeriods.of(Map.of(LocalDate.of(2026, 11, 14), 2, LocalDate.of(2026, 11, 15), 3, LocalDate.of(2026, 11, 21), 4, LocalDate.of(2026, 11, 22), 5), CountedPeriods.Unit.WEEK, LocalDate.of(2026, 11, 10), thursday);
        assertThat(weeks.starts()).containsExactly(LocalDate.of(2026, 11, 8), LocalDate.of(2026, 11, 15), LocalDate.of(2026, 11, 22));
        assertThat(weeks.counts()).containsExactly(2, 7, 5);
        assertThat(CountedPeriods.of(Map.of(), CountedPeriods.Unit.WEEK, LocalDate.of(2020, 1, 1), thursday).counts()).hasSize(26).containsOnly(0);
    }
}
