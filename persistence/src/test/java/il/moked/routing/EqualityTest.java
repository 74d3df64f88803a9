// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import il.moked.routing.Equality.Light;
import il.moked.routing.Equality.Limits;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Index and limits of field-study d.4. */
class EqualityTest {
    private static Equality of(Double... attainments) {
        return Equality.of(List.of(attainments), Limits.DEFAULT);
    }

    @Test
    void equalChannelsHaveIndexOne() {
        assertThat(of(0.8, 0.8, 0.8).index()).isCloseTo(1, within(1e-12));
        assertThat(of(0.8, 0.8, 0.8).gap()).isZero();
        assertThat(of(0.8, 0.8, 0.8).light()).isEqualTo(Light.GREEN);
    }

    /** Jain's own example: of n users k share everything equally, the index is k/n. */
    @Test
    void oneOfFourThatHasEverythingHasAQuarter() {
        assertThat(of(1.0, 0.0, 0.0, 0.0).index()).isCloseTo(0.25, within(1e-12));
        assertThat(of(1.0, 1.0, 0.0, 0.0).index()).isCloseTo(0.5, within(1e-12));
        assertThat(of(1.0, 0.0, 0.0, 0.0).light()).isEqualTo(Light.RED);
    }

    @Test
    void theIndexIsTheSquareOfTheSumByTheSumOfSquares() {
        assertThat(of(0.9, 0.6).index()).isCloseTo(2.25 / (2 * 1.17), within(1e-12));
    }

    @Test
    void tenPointsAreGreenElevenAmberTwentyOneRed() {
        assertThat(of(0.8, 0.7).light()).isEqualTo(Light.GREEN);
        assertThat(of(0.8, 0.69).light()).isEqualTo(Light.AMBER);
        assertThat(of(1.0, 0.8).light()).isEqualTo(Light.AMBER);
        assertThat(of(1.0, 0.79).light()).isEqualTo(Light.RED);
    }

    @Test
    void aLowIndexIsSeenThoughTheGapIsSmall() {
        assertThat(of(0.05, 0.02, 0.02).gap()).isLessThan(0.1);
        assertThat(of(0.05, 0.02, 0.02).light()).isEqualTo(Light.RED);
        assertThat(of(0.05, 0.029).index()).isBetween(0.90, 0.95);
        assertThat(of(0.05, 0.029).light()).isEqualTo(Light.AMBER);
    }

    @Test
    void channelsWithoutContactsAndADayOfNothingAreEqual() {
        assertThat(of().light()).isEqualTo(Light.GREEN);
        assertThat(of(0.0, 0.0)).isEqualTo(new Equality(1, 0, Light.GREEN));
    }

    @Test
    void redLiesBeyondAmber() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Limits(0.90, 0.10, 0.95, 0.20));
        assertThatIllegalArgumentException().isThrownBy(() -> new Limits(0.95, 0.20, 0.90, 0.10));
    }
}
