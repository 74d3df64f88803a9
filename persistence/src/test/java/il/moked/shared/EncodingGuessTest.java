// SPDX-License-Identifier: Apache-2.0
package il.moked.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class EncodingGuessTest {
    private static Charset of(byte[] file, int piece) {
        EncodingGuess guess = new EncodingGuess();
        for (int from = 0; from < file.length; from += piece) {
            int length = Math.min(piece, file.length - from);
            byte[] some = new byte[piece];
            System.arraycopy(file, from, some, 0, length);
            guess.see(some, length);
        }
        return guess.done();
    }

    @Test
    void hebrewIsToldApartHoweverItIsCut() {
        String text = "שם,טלפון\\nרות כהן,052\\n";
        for (int piece = 1; piece < 6; piece++) {
            assertThat(of(text.getBytes(StandardCharsets.UTF_8), piece)).isEqualTo(StandardCharsets.UTF_8);
            assertThat(of(text.getBytes(EncodingGuess.HEBREW), piece)).isEqualTo(EncodingGuess.HEBREW);
        }
    }

    @Test
    void plainLettersAndAFewBrokenBytesAreUtf8() throws IOException {
        assertThat(of("name,phone\nRuth,052\n".getBytes(StandardCharsets.US_ASCII), 8)).isEqualTo(StandardCharsets.UTF_8);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write("רות כהן ואחרים".getBytes(StandardCharsets.UTF_8));
        file.write(0xE9);
        file.write(" שרה לוי".getBytes(StandardCharsets.UTF_8));
        assertThat(of(file.toByteArray(), 100)).isEqualTo(StandardCharsets.UTF_8);
    }
}
