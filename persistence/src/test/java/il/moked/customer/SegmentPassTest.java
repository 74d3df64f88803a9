// SPDX-License-Identifier: Apache-2.0
package il.moked.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class SegmentPassTest {
    private static final Instant NOW = Instant.parse("2026-03-01T03:10:00Z");

    @Test
    void itBeginsBeforeTheFirstCustomerAndSumsWhatItSaw() {
        SegmentPass pass = new SegmentPass(SegmentPass.Cause.RULES, 4, 101, 900, NOW);
        assertThat(pass.lastCustomerId()).isEqualTo(100);
        pass.went(400, 300, 12);
        pass.went(900, 500, 3);
        assertThat(pass.seen()).isEqualTo(800);
        assertThat(pass.changed()).isEqualTo(15);
        pass.end(NOW);
        assertThat(pass.state()).isEqualTo(SegmentPass.State.DONE);
        assertThat(pass.endedAt()).contains(NOW);
    }

    @Test
    void itGoesForwardAndEndsOnce() {
        SegmentPass pass = new SegmentPass(SegmentPass.Cause.NIGHT, 1, 0, 900, NOW);
        assertThat(pass.lastCustomerId()).isZero();
        pass.went(400, 300, 12);
        assertThatIllegalStateException().isThrownBy(() -> pass.went(400, 1, 0));
        pass.replace(NOW);
        assertThatIllegalStateException().isThrownBy(() -> pass.went(500, 1, 0));
    }
}
