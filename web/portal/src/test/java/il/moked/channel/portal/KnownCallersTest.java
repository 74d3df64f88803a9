// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.portal;

import static org.assertj.core.api.Assertions.assertThat;

import il.moked.shared.portal.RateLimit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class KnownCallersTest {
    private Instant now = Instant.parse("2026-11-22T10:00:00Z");
    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };
    private final KnownCallers callers = new KnownCallers(new RateLimit(3, Duration.ofSeconds(10), clock), clock);

    private void refused(String visitor, int times) {
        for (int time = 0; time < times; time++) {
            callers.refused(visitor);
        }
    }

    @Test
    void whoIsRefusedTooOftenIsNotListenedToUntilHeWasQuiet() {
        assertThat(callers.shutOut("a")).isZero();
        refused("a", 2);
        assertThat(callers.shutOut("a")).as("looking takes nothing").isZero();
        assertThat(callers.shutOut("a")).isZero();
        refused("a", 1);
        assertThat(callers.shutOut("a")).isEqualTo(Duration.ofSeconds(10));
        assertThat(callers.shutOut("b")).as("another").isZero();
        now = now.plusSeconds(10);
        assertThat(callers.shutOut("a")).isZero();
    }

    @Test
    void nobodyShutsOutAProviderByCallingFromWhereHeCalls() {
        callers.proved("a");
        refused("a", 50);
        assertThat(callers.shutOut("a")).isZero();
        assertThat(callers.refused("a")).as("but he is told to be quiet").isPositive();
        now = now.plus(Duration.ofDays(2));
        refused("a", 50);
        assertThat(callers.shutOut("a")).as("long ago").isPositive();
    }
}
