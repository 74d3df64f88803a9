// SPDX-License-Identifier: Apache-2.0
package il.moked.shared.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateLimitTest {
    private final SteppingClock clock = new SteppingClock();
    private final RateLimit limit = new RateLimit(3, Duration.ofSeconds(10), clock);

    @Test
    void aFullBucketGivesItsPermitsAndThenSaysHowLongToWait() {
        assertThat(limit.take("a")).isZero();
        assertThat(limit.take("a")).isZero();
        assertThat(limit.take("a")).isZero();
        assertThat(limit.take("a")).isEqualTo(Duration.ofSeconds(10));
        clock.forward(Duration.ofSeconds(4));
        assertThat(limit.take("a")).isEqualTo(Duration.ofSeconds(6));
    }

    @Test
    void permitsComeBackOneByOne() {
        for (int permit = 0; permit < 3; permit++) {
            limit.take("a");
        }
        clock.forward(Duration.ofSeconds(10));
        assertThat(limit.take("a")).isZero();
        assertThat(limit.take("a")).isPositive();
    }

    @Test
    void aRefusalCostsNothing() {
        for (int permit = 0; permit < 3; permit++) {
            limit.take("a");
        }
        for (int refusal = 0; refusal < 50; refusal++) {
            limit.take("a");
        }
        clock.forward(Duration.ofSeconds(10));
        assertThat(limit.take("a")).isZero();
    }

    @Test
    void aLongPauseNeverFillsMoreThanTheBucket() {
        limit.take("a");
        clock.forward(Duration.ofDays(1));
        for (int permit = 0; permit < 3; permit++) {
            assertThat(limit.take("a")).isZero();
        }
        assertThat(limit.take("a")).isPositive();
    }

    @Test
    void keysDoNotShare() {
        for (int permit = 0; permit < 3; permit++) {
            limit.take("a");
        }
        assertThat(limit.take("b")).isZero();
    }

    @Test
    void aFloodOfKeysDoesNotFillTheMemory() {
        for (int key = 0; key < 50_000; key++) {
            limit.take("key " + key);
        }
        assertThat(limit.keys()).isEqualTo(20_000);
    }
}
