// SPDX-License-Identifier: Apache-2.0
package il.moked.shared.ejb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrossedLocksTest {
    private final AtomicInteger tries = new AtomicInteger();

    private static RuntimeException wrapped(String state) {
        return new IllegalStateException(new RuntimeException(new SQLException("ended", state)));
    }

    private int failing(int times, String state) {
        return CrossedLocks.retried(() -> {
            if (tries.incrementAndGet() <= times) {
                throw wrapped(state);
            }
            return tries.get();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"40P01", "40001", "HYT00"})
    void whatTheDatabaseEndedBecauseLocksCrossedIsDoneAgain(String state) {
        assertThat(failing(2, state)).isEqualTo(3);
    }

    @Test
    void itIsGivenUpAfterAFewTimes() {
        assertThatThrownBy(() -> failing(100, "40P01")).isInstanceOf(IllegalStateException.class);
        assertThat(tries.get()).isEqualTo(4);
    }

    @Test
    void anotherFailureIsNotTriedAgain() {
        assertThatThrownBy(() -> failing(1, "23505")).isInstanceOf(IllegalStateException.class);
        assertThat(tries.get()).isEqualTo(1);
        assertThat(CrossedLocks.caused(new IllegalStateException("no SQL at all"))).isFalse();
        assertThat(CrossedLocks.caused(new SQLException("without a state"))).isFalse();
    }
}
