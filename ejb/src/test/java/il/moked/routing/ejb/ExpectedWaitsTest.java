// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.ejb;

import static org.assertj.core.api.Assertions.assertThat;

import il.moked.routing.LineSums;
import il.moked.routing.WorkItems;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ExpectedWaitsTest {
    private static final Duration UNMEASURED = Duration.ofSeconds(240);

    private static LineSums sums(long answered, long abandoned, long waitedMillis, long finished, long handlingMillis) {
        return new LineSums(answered + abandoned, 0, answered, 0, abandoned, 0, 0, waitedMillis, 0, finished, handlingMillis, 0);
    }

    @Test
    void aMeanOfAFewContactsIsNoMean() {
        assertThat(ExpectedWaits.handling(sums(4, 0, 0, 4, 40_000), UNMEASURED)).isEqualTo(UNMEASURED);
        assertThat(ExpectedWaits.handling(sums(5, 0, 0, 5, 500_000), UNMEASURED)).isEqualTo(Duration.ofSeconds(100));
    }

    @Test
    void contactsClosedInNoTimeDoNotMakeAgentsInfinitelyFast() {
        assertThat(ExpectedWaits.handling(sums(9, 0, 0, 9, 0), UNMEASURED)).isEqualTo(UNMEASURED);
    }

    @Test
    void patienceIsAllThatWasWaitedByThoseWhoGaveUp() {
        assertThat(ExpectedWaits.patience(sums(100, 29, 9_000_000, 0, 0))).as("too few gave up").isNull();
        assertThat(ExpectedWaits.patience(sums(100, 30, 9_000_000, 0, 0))).isEqualTo(Duration.ofSeconds(300));
        assertThat(ExpectedWaits.patience(sums(0, 30, 0, 0, 0))).as("nobody waited").isNull();
    }

    @Test
    void aPlaceFarBackIsToldAsAtLeast() {
        assertThat(new ExpectedWaits.Outlook(0, null).place()).isEqualTo(1);
        assertThat(new ExpectedWaits.Outlook(5_000, null).place()).isEqualTo(WorkItems.COUNT_LIMIT + 1);
    }

    @Test
    void minutesAreRoundedUp() {
        assertThat(new ExpectedWaits.Outlook(1, Duration.ofSeconds(61)).minutes()).isEqualTo(2);
        assertThat(new ExpectedWaits.Outlook(1, null).minutes()).isNull();
    }
}
