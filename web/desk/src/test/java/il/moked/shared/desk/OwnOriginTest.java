// SPDX-License-Identifier: Apache-2.0
package il.moked.shared.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OwnOriginTest {

    @Test
    void aPageOfThisSiteMayPostAndOpenASocket() {
        assertThat(OwnOrigin.mayCome("https://desk.example:8443", "desk.example:8443", false)).isTrue();
        assertThat(OwnOrigin.mayCome("http://localhost:8080", "LOCALHOST:8080", true)).isTrue();
    }

    @Test
    void anotherSiteMayNot() {
        assertThat(OwnOrigin.mayCome("https://evil.example", "desk.example", false)).isFalse();
        assertThat(OwnOrigin.mayCome("https://desk.example.evil.example", "desk.example", true)).isFalse();
        assertThat(OwnOrigin.mayCome("https://desk.example:444", "desk.example", true)).isFalse();
        assertThat(OwnOrigin.mayCome("null", "desk.example", false)).isFalse();
        assertThat(OwnOrigin.mayCome("::", "desk.example", false)).isFalse();
    }

    @Test
    void aSocketMustNameItsOriginAndAProgramThatPostsNeedNot() {
        assertThat(OwnOrigin.mayCome(null, "desk.example", true)).isFalse();
        assertThat(OwnOrigin.mayCome(null, "desk.example", false)).isTrue();
    }
}
