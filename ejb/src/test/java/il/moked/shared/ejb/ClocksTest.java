// SPDX-License-Identifier: Apache-2.0
package il.moked.shared.ejb;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ClocksTest {
    @Test
    void tellsMicrosecondsAndMilliseconds() {
        Clock clock = new Clocks.Microseconds(Clock.fixed(Instant.parse("2026-05-14T08:00:00.123456789Z"), ZoneOffset.UTC));
        assertThat(clock.instant()).isEqualTo(Instant.parse("2026-05-14T08:00:00.123456Z"));
        assertThat(clock.millis()).isEqualTo(Instant.parse("2026-05-14T08:00:00.123Z").toEpochMilli());
    }
}
