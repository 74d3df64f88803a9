// SPDX-License-Identifier: Apache-2.0
package il.moked.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class IdSampleTest {
    @Test
    void fewAreReadToTheLastOne() {
        IdSample few = IdSample.of(1, 1000, 1000, 100);
        assertThat(few.all()).isTrue();
        assertThat(few.estimate(317)).isEqualTo(317);
        assertThat(few.margin(317)).isZero();
    }

    @Test
    void ofMoreEachIsDrawnOnceFromTheSpan() {
        IdSample sample = IdSample.of(501, 1501, 1000, 400);
        assertThat(sample.all()).isFalse();
        assertThat(sample.ids()).hasSize(400).doesNotHaveDuplicates().isSorted().allMatch(id -> id >= 501 && id <= 1501);
    }

    @Test
    void theSameSpanIsDrawnAlike() {
        assertThat(IdSample.of(1, 1_000_000, 1000, 50).ids()).isEqualTo(IdSample.of(1, 1_000_000, 1000, 50).ids());
    }

    @Test
    void theEstimateOfEveryThirdLiesWithinItsMargin() {
        IdSample sample = IdSample.of(1, 3_000_000, 200_000, 20_000);
        List<Long> thirds = sample.ids().stream().filter(id -> id % 3 == 0).toList();
        long margin = sample.margin(thirds.size());
        // 1.96 · √(1/3 · 2/3 / 20,000) · 3,000,000
        assertThat(margin).isBetween(19_400L, 19_800L);
        assertThat(sample.estimate(thirds.size())).isBetween(1_000_000 - margin, 1_000_000 + margin);
    }

    @Test
    void nothingFoundIsNotNothingThere() {
        IdSample sample = IdSample.of(1, 1_000_000, 1000, 10_000);
        assertThat(sample.estimate(0)).isZero();
        assertThat(sample.margin(0)).isEqualTo(sample.margin(1)).isBetween(190L, 200L);
    }
}
