// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BranchAudienceTest {
    private final BranchAudience audience = new BranchAudience();

    @Test
    void oneAddressHasSoManyDisplaysAndNoMore() {
        assertThat(IntStream.range(0, 60).allMatch(display -> audience.enter("10.0.0.1"))).isTrue();
        assertThat(audience.enter("10.0.0.1")).isFalse();
        assertThat(audience.enter("10.0.0.2")).isTrue();
        audience.leave("10.0.0.1");
        assertThat(audience.enter("10.0.0.1")).isTrue();
    }

    @Test
    void whatHappensWhereNobodyLooksIsToldToNobody() {
        audience.told(5);
        assertThat(audience.enter("10.0.0.1")).isTrue();
    }
}
