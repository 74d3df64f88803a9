// SPDX-License-Identifier: Apache-2.0
package il.moked.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IdBlocksTest {
    private final AtomicLong sequence = new AtomicLong(1);
    private final IdBlocks ids = new IdBlocks();

    private long nextval() {
        return sequence.getAndAdd(IdBlocks.SIZE);
    }

    @Test
    void asksTheSequenceOncePerBlock() {
        for (long expected = 1; expected <= 2L * IdBlocks.SIZE; expected++) {
            assertThat(ids.next(this::nextval)).isEqualTo(expected);
        }
        assertThat(sequence.get()).isEqualTo(2L * IdBlocks.SIZE + 1);
    }

    @Test
    void neverGivesAnIdTwice() {
        Set<Long> given = ConcurrentHashMap.newKeySet();
        assertThat(IntStream.range(0, 20_000).parallel().allMatch(turn -> given.add(ids.next(this::nextval)))).isTrue();
    }
}
