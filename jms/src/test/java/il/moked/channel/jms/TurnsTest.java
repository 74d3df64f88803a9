// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private final Turns turns = new Turns(2);

    @Test
    void oneAccountTakesOnlyItsTurnsAndLeavesTheOthersTheirs() {
        assertThat(turns.take(1, 10)).isTrue();
        assertThat(turns.take(1, 11)).isTrue();
        assertThat(turns.take(1, 12)).as("a third").isFalse();
        assertThat(turns.take(2, 20)).as("another account").isTrue();
    }

    @Test
    void whoHasATurnDoesWhatWasLeftInItsOrderAndOnce() {
        turns.take(1, 10);
        turns.take(1, 11);
        turns.take(1, 12);
        turns.take(1, 13);
        turns.take(1, 12);
        assertThat(turns.next(1)).hasValue(12);
        assertThat(turns.next(1)).hasValue(13);
        assertThat(turns.next(1)).isEqualTo(OptionalLong.empty());
        assertThat(turns.free(1)).isEqualTo(1);
        assertThat(turns.take(1, 14)).isTrue();
        assertThat(turns.next(1)).isEmpty();
        assertThat(turns.next(1)).isEmpty();
        assertThat(turns.free(1)).isEqualTo(2);
    }

    @Test
    void whatIsLeftIsBounded() {
        turns.take(1, 1);
        turns.take(1, 2);
        for (long task = 0; task < 2L * Turns.MOST_LEFT; task++) {
            turns.take(1, 100 + task);
        }
        int left = 0;
        while (turns.next(1).isPresent()) {
            left++;
        }
        assertThat(left).isEqualTo(Turns.MOST_LEFT);
    }
}
