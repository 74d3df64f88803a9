// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CallFiguresTest {
    private final CallFigures vip = new CallFigures("VIP", 90, 12, 100, 10, 60, Duration.ofSeconds(3_000), Duration.ofSeconds(18_000));
    private final CallFigures others = new CallFigures("PRIVATE", 60, 45, 100, 40, 20, Duration.ofSeconds(9_000), Duration.ofSeconds(9_000));

    @Test
    void sharesAreOfThoseWhoReachedTheLine() {
        CallFigures all = vip.plus(others, "ALL");
        assertThat(all.abandonment()).isEqualTo(0.25, within(1e-9));
        assertThat(all.serviceLevel()).isEqualTo(0.4, within(1e-9));
        assertThat(all.patience()).contains(Duration.ofSeconds(240));
        assertThat(all.meanWait()).isEqualTo(Duration.ofSeconds(60));
        assertThat(all.meanService()).isEqualTo(Duration.ofSeconds(180));
    }

    @Test
    void aPeriodWithoutCallsHasNoPatience() {
        CallFigures none = new CallFigures("ALL", 0, 0, 0, 0, 0, Duration.ZERO, Duration.ZERO);
        assertThat(none.patience()).isEmpty();
        assertThat(none.abandonment()).isZero();
        assertThat(none.meanService()).isEqualTo(Duration.ZERO);
    }
}
