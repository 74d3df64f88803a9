// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class CircuitBreakerTest {
    private Instant now = Instant.parse("2026-01-05T12:00:00Z");
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
    private final CircuitBreaker breaker = new CircuitBreaker(3, Duration.ofSeconds(30), clock);

    private void fail(int times) {
        for (int time = 0; time < times; time++) {
            breaker.failed();
        }
    }

    @Test
    void opensAfterSoManyFailuresInARow() {
        fail(2);
        assertThat(breaker.allows()).isTrue();
        breaker.failed();
        assertThat(breaker.allows()).isFalse();
    }

    @Test
    void aSuccessInBetweenBeginsTheCountAnew() {
        fail(2);
        breaker.succeeded();
        fail(2);
        assertThat(breaker.allows()).isTrue();
    }

    @Test
    void letsOneTryWhenItHasBeenOpenLongEnough() {
        fail(3);
        now = now.plusSeconds(30);
        assertThat(breaker.allows()).isTrue();
        assertThat(breaker.allows()).as("a second at the same time").isFalse();
    }

    @Test
    void theTryDecides() {
        fail(3);
        now = now.plusSeconds(30);
        breaker.allows();
        breaker.failed();
        now = now.plusSeconds(29);
        assertThat(breaker.allows()).isFalse();
        now = now.plusSeconds(1);
        assertThat(breaker.allows()).isTrue();
        breaker.succeeded();
        assertThat(breaker.allows()).isTrue();
        assertThat(breaker.allows()).isTrue();
    }
}
