// SPDX-License-Identifier: Apache-2.0
package il.moked.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RememberedTest {
    private final AtomicLong elapsed = new AtomicLong(Long.MAX_VALUE - 5);
    private final AtomicInteger asked = new AtomicInteger();
    private final Remembered<String, Integer> remembered = new Remembered<>(Duration.ofNanos(10), elapsed::get);

    @Test
    void asksOnceWithinTheWhileAndAgainAfterIt() {
        assertThat(remembered.get("a", key -> asked.incrementAndGet())).isEqualTo(1);
        elapsed.addAndGet(9);
        assertThat(remembered.get("a", key -> asked.incrementAndGet())).isEqualTo(1);
        elapsed.addAndGet(1);
        assertThat(remembered.get("a", key -> asked.incrementAndGet())).isEqualTo(2);
    }

    @Test
    void whatIsNotThereIsAskedForEachTime() {
        assertThat(remembered.get("a", key -> null)).isNull();
        assertThat(remembered.get("a", key -> 7)).isEqualTo(7);
    }
}
