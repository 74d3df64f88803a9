// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReferenceTest {
    @Test
    void hasNoLookAlikesAndDoesNotRepeat() {
        Set<String> seen = new HashSet<>();
        for (int count = 0; count < 10_000; count++) {
            String reference = Reference.next();
            assertThat(reference).matches("[0-9A-HJKMNP-TV-Z]{10}");
            assertThat(seen.add(reference)).isTrue();
        }
    }

    @Test
    void isReadAsPeopleTypeIt() {
        assertThat(Reference.normal(" k7qf-3m2p 9o ")).isEqualTo("K7QF3M2P90");
        assertThat(Reference.normal("il")).isEqualTo("11");
        assertThat(Reference.normal(null)).isEmpty();
    }
}
