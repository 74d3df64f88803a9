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
    private Instant now = Instant.parse("2026-11-22T10:00:00Z");
    private final CircuitBreaker breaker = new CircuitBreaker(3, Duration.ofSeconds(30), new Clock() {
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
    });

    private void fail(int times) {
        for (int time = 0; time < times; time++) {
            assertThat(breaker.allows()).isTrue();
            breaker.failed();
        }
    }

    @Test
    void someFailuresInARowOpenIt() {
        fail(3);
        assertThat(breaker.allows()).isFalse();
    }

    @Test
    void aSuccessBetweenForgetsThem() {
        fail(2);
        breaker.succeeded();
        fail(2);
        assertThat(breaker.allows()).isTrue();
    }

    @Test
    void afterThePauseOneMayTry() {
        fail(3);
        now = now.plusSeconds(30);
        assertThat(breaker.allows()).isTrue();
        assertThat(breaker.allows()).as("the others wait for what becomes of it").isFalse();
        breaker.succeeded();
        assertThat(breaker.allows()).isTrue();
        assertThat(breaker.allows()).isTrue();
    }

    @Test
    void whenThatOneFailsTooAllWaitAgain() {
        fail(3);
        now = now.plusSeconds(30);
        fail(1);
        now = now.plusSeconds(29);
        assertThat(breaker.allows()).isFalse();
        now = now.plusSeconds(1);
        assertThat(breaker.allows()).isTrue();
    }

    @Test
    void whoNeverToldOfHisTryDoesNotKeepItShut() {
        fail(3);
        now = now.plusSeconds(30);
        assertThat(breaker.allows()).isTrue();
        now = now.plusSeconds(30);
        assertThat(breaker.allows()).isTrue();
    }
}
