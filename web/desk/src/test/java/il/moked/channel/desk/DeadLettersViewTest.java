// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DeadLettersViewTest {

    @Test
    void whatIsUtf8IsReadAsSuch() {
        assertThat(DeadLettersView.readable("Subject: שלום".getBytes(StandardCharsets.UTF_8))).isEqualTo("Subject: שלום");
    }

    @Test
    void otherBytesAreReadAsHebrewOfWindows() {
        assertThat(DeadLettersView.readable("שלום".getBytes(Charset.forName("windows-1255")))).isEqualTo("שלום");
    }

    @Test
    void whatWouldTurnTheTextAroundIsMadeVisible() {
        assertThat(DeadLettersView.readable("a\u202Eb\u0000c".getBytes(StandardCharsets.UTF_8))).isEqualTo("a⟦U+202E⟧bc");
    }
}
