// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceCountsTest {
    private static final Duration TARGET = Duration.ofSeconds(20);
    /** AN 1000, AB 60, AN≤T 860, AB≤T 20, AB>T 40, s 10: ICMI and Call Centre Helper, field-study d.2. */
    private static final ServiceCounts PUBLISHED = new ServiceCounts(1000, 60, 860, 20, 10, Duration.ofSeconds(18_000), Duration.ofSeconds(2_400));

    @ParameterizedTest
    @CsvSource({"F1, 83.0", "F2, 86.0", "F3, 81.1", "F4, 82.7", "F5, 82.1", "F6, 81.9"})
    void theSixFormulasGiveThePublishedFigures(ServiceLevelFormula formula, double percent) {
        assertThat(100 * formula.of(PUBLISHED).orElseThrow()).isCloseTo(percent, within(0.05));
    }

    @Test
    void theDefaultLeavesShortAbandonsOut() {
        assertThat(ServiceLevelFormula.DEFAULT).isEqualTo(ServiceLevelFormula.F6);
        assertThat(ServiceLevelFormula.DEFAULT.written()).isEqualTo("AN≤T / (AN + AB − s)");
    }

    @Test
    void aQueueNobodyCameToHasNoFigure() {
        for (ServiceLevelFormula formula : ServiceLevelFormula.values()) {
            assertThat(formula.of(ServiceCounts.NONE)).as(formula.written()).isEmpty();
        }
        assertThat(ServiceCounts.NONE.abandonment()).isEmpty();
        assertThat(ServiceCounts.NONE.averageSpeedOfAnswer()).isEmpty();
        assertThat(ServiceCounts.NONE.patience()).isEmpty();
    }

    @Test
    void onlyShortAbandonsLeaveNothingToDivideBy() {
        ServiceCounts wrongNumbers = ServiceCounts.NONE.withAbandoned(Duration.ofSeconds(3), TARGET, ServiceCounts.SHORT);
        assertThat(ServiceLevelFormula.F6.of(wrongNumbers)).isEmpty();
        assertThat(ServiceLevelFormula.F3.of(wrongNumbers)).hasValue(0);
    }

    @Test
    void speedOfAnswerAbandonmentAndPatienceFollowTheirDefinitions() {
        assertThat(PUBLISHED.averageSpeedOfAnswer()).contains(Duration.ofSeconds(18));
        assertThat(PUBLISHED.abandonment().orElseThrow()).isCloseTo(60 / 1060.0, within(1e-12));
        assertThat(PUBLISHED.patience()).contains(Duration.ofSeconds(340));
        assertThat(PUBLISHED.abandonedLate()).isEqualTo(40);
    }

    @Test
    void contactsAreCountedOnTheRightSideOfEachLimit() {
        ServiceCounts day = ServiceCounts.NONE.withAnswered(Duration.ofSeconds(20), TARGET).withAnswered(Duration.ofMillis(20_001), TARGET).withAbandoned(Duration.ofSeconds(5), TARGET, ServiceCounts.SHORT)
                .withAbandoned(Duration.ofSeconds(6), TARGET, ServiceCounts.SHORT).withAbandoned(Duration.ofSeconds(21), TARGET, ServiceCounts.SHORT);
        assertThat(day).isEqualTo(new ServiceCounts(2, 3, 1, 2, 1, Duration.ofMillis(40_001), Duration.ofSeconds(32)));
    }

    @Test
    void twoHoursTogetherCountWhatEachCounted() {
        assertThat(PUBLISHED.plus(PUBLISHED)).isEqualTo(new ServiceCounts(2000, 120, 1720, 40, 20, Duration.ofSeconds(36_000), Duration.ofSeconds(4_800)));
        assertThat(ServiceLevelFormula.F6.of(PUBLISHED.plus(PUBLISHED))).isEqualTo(ServiceLevelFormula.F6.of(PUBLISHED));
        assertThat(PUBLISHED.plus(ServiceCounts.NONE)).isEqualTo(PUBLISHED);
    }

    @Test
    void aPartIsNeverLargerThanTheWhole() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ServiceCounts(1, 0, 2, 0, 0, Duration.ZERO, Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> new ServiceCounts(1, 1, 1, 0, 2, Duration.ZERO, Duration.ZERO));
    }
}
