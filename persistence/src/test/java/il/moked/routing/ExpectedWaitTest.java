// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import il.moked.routing.ExpectedWait.Forecast;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ExpectedWaitTest {
    private static final Instant NOON = Instant.parse("2026-05-14T09:00:00Z");
    private static final ExpectedWait PATIENT = new ExpectedWait(10, Duration.ofMinutes(4), null);
    private static final ExpectedWait LEAVING = new ExpectedWait(10, Duration.ofMinutes(4), Duration.ofMinutes(3));

    @Test
    void theNextOneWaitsForTheFirstAgentToEnd() {
        assertThat(PATIENT.behind(0)).contains(Duration.ofSeconds(24));
        assertThat(PATIENT.behind(9)).contains(Duration.ofSeconds(240));
    }

    @Test
    void whoGivesUpShortensTheWaitOfThoseBehind() {
        // 1/(10/240) + 1/(10/240 + 1/180) + 1/(10/240 + 2/180)
        assertThat(LEAVING.behind(2).orElseThrow().toMillis() / 1000.0).isCloseTo(24 + 21.1765 + 18.9474, within(0.001));
        assertThat(LEAVING.behind(0)).isEqualTo(PATIENT.behind(0));
    }

    @Test
    void aVeryLongLineIsEstimatedWithoutWalkingIt() {
        double sum = 0;
        for (int ahead = 0; ahead <= 100_000; ahead++) {
            sum += 1 / (10 / 240.0 + ahead / 180.0);
        }
        assertThat(LEAVING.behind(100_000).orElseThrow().toMillis() / 1000.0).isCloseTo(sum, within(sum / 1000));
    }

    @Test
    void nothingIsPromisedWhenNobodyIsAtWork() {
        assertThat(new ExpectedWait(0, Duration.ofMinutes(4), null).behind(3)).isEmpty();
        assertThat(new ExpectedWait(0, Duration.ofMinutes(4), null).forecast(3, NOON)).isEmpty();
    }

    @Test
    void aForecastIsKeptWithItsOutcome() {
        Forecast told = PATIENT.forecast(4, NOON).orElseThrow();
        assertThat(told).isEqualTo(new Forecast(NOON, 4, Duration.ofSeconds(120), null));
        assertThat(told.error()).isEmpty();
        assertThat(told.servedAt(NOON.plusSeconds(150)).error()).contains(Duration.ofSeconds(30));
        assertThat(told.servedAt(NOON.plusSeconds(100)).error()).contains(Duration.ofSeconds(-20));
    }

    @Test
    void handlingAndPatienceTakeTime() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ExpectedWait(1, Duration.ZERO, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new ExpectedWait(1, Duration.ofMinutes(1), Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> new ExpectedWait(-1, Duration.ofMinutes(1), null));
    }
}
