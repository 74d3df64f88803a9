// SPDX-License-Identifier: Apache-2.0
package il.moked.customer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LineIndexTest {
    @Test
    void everyKeyKeepsItsLinesHoweverManyThereAre() {
        LineIndex index = new LineIndex();
        for (int line = 1; line <= 50_000; line++) {
            index.add("own " + line, line);
            index.add("third " + line % 3, line);
        }
        assertThat(index.of("own 41", 5)).containsExactly(41);
        assertThat(index.of("third 0", 3)).containsExactly(49_998, 49_995, 49_992);
        assertThat(index.of("nobody's", 3)).isEmpty();
    }
}
