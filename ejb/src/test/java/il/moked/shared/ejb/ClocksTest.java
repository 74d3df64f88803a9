// SPDX-License-Identifier: Apache-2.0
package il.moked.shared.ejb;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class ClocksTest {
    private final Clock clock = new Clocks().clock();

    @Test
    void itTellsTheTimeAsTheDatabaseKeepsIt() {
        Instant before = Instant.now();
        for (int look = 0; look < 1_000; look++) {
            assertThat(clock.instant().getNano() % 1_000).isZero();
        }
        assertThat(clock.instant()).isBetween(before.minusMillis(1), Instant.now());
    }

    @Test
    void alsoInMilliseconds() {
        assertThat(clock.millis()).isCloseTo(System.currentTimeMillis(), org.assertj.core.data.Offset.offset(1_000L));
        assertThat(clock.withZone(ZoneId.of("Asia/Jerusalem")).getZone()).isEqualTo(ZoneId.of("Asia/Jerusalem"));
    }
}
