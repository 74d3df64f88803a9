// SPDX-License-Identifier: Apache-2.0
package il.moked.branch;

import static org.assertj.core.api.Assertions.assertThat;

import il.moked.branch.ClosingPolicy.Step;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ClosingPolicyTest {
    private static final Instant CLOSES = Instant.parse("2026-11-29T15:00:00Z");

    private static Step before(int minutes, int waiting, Integer wait) {
        return ClosingPolicy.next(CLOSES.minus(Duration.ofMinutes(minutes)), CLOSES, waiting, wait == null ? null : Duration.ofMinutes(wait));
    }

    @Test
    void nothingHappensWhileWhoComesIsServedInTime() {
        assertThat(before(120, 10, 60)).isEqualTo(Step.NOTHING);
        assertThat(before(5, 0, 3)).isEqualTo(Step.NOTHING);
        assertThat(before(60, 4, 40)).isEqualTo(Step.NOTHING);
    }

    @Test
    void itIsWarnedBeforeItIsTooLate() {
        assertThat(before(60, 6, 41)).isEqualTo(Step.WARN);
        assertThat(before(60, 8, 60)).isEqualTo(Step.WARN);
    }

    @Test
    void nobodyIsTakenWhoWouldNotBeServed() {
        assertThat(before(60, 9, 61)).isEqualTo(Step.STOP);
        assertThat(before(180, 40, 240)).isEqualTo(Step.STOP);
    }

    @Test
    void withoutAnOpenCounterNobodyKnowsButClosingIsNear() {
        assertThat(before(60, 5, null)).isEqualTo(Step.NOTHING);
        assertThat(before(30, 5, null)).isEqualTo(Step.WARN);
    }

    @Test
    void whoWaitsAtClosingIsServedForAWhileAndThenSentHome() {
        assertThat(before(0, 5, 10)).isEqualTo(Step.STOP);
        assertThat(before(-59, 5, 10)).isEqualTo(Step.STOP);
        assertThat(before(-60, 5, 10)).isEqualTo(Step.SEND_HOME);
        assertThat(before(-60, 0, null)).isEqualTo(Step.SEND_HOME);
    }
}
