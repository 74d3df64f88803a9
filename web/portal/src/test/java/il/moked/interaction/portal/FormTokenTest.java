// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.portal;

import static org.assertj.core.api.Assertions.assertThat;

import il.moked.interaction.portal.FormToken.Age;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormTokenTest {
    private static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final Instant THEN = Instant.parse("2026-03-01T08:00:00Z");
    private static final Duration SHORTEST = Duration.ofSeconds(2);

    private final FormToken token = new FormToken("ABCDE12345", THEN);

    @Test
    void whatWasSignedIsReadAgain() {
        assertThat(FormToken.read(token.signed(KEY), KEY)).contains(token);
    }

    @Test
    void anotherKeyDoesNotReadIt() {
        byte[] other = KEY.clone();
        other[0]++;
        assertThat(FormToken.read(token.signed(KEY), other)).isEmpty();
    }

    @Test
    void neitherReferenceNorTimeCanBeChanged() {
        String signed = token.signed(KEY);
        assertThat(FormToken.read(signed.replace("ABCDE12345", "ABCDE12346"), KEY)).isEmpty();
        assertThat(FormToken.read(signed.replace("." + THEN.toEpochMilli(), "." + (THEN.toEpochMilli() + 1)), KEY)).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", ".", "..", "...", "a.b.c", "ABCDE12345.1.", "ABCDE12345.1"})
    void anythingElseIsNoToken(String written) {
        assertThat(FormToken.read(written, KEY)).isEmpty();
    }

    @Test
    void aVeryLongOneIsNotEvenLookedAt() {
        assertThat(FormToken.read("A".repeat(300) + token.signed(KEY), KEY)).isEmpty();
    }

    @Test
    void itIsGoodFromTheShortestTimeToTheLongest() {
        assertThat(token.age(THEN.plusMillis(1999), SHORTEST)).isEqualTo(Age.TOO_YOUNG);
        assertThat(token.age(THEN.plusSeconds(2), SHORTEST)).isEqualTo(Age.GOOD);
        assertThat(token.age(THEN.plus(FormToken.LONGEST), SHORTEST)).isEqualTo(Age.GOOD);
        assertThat(token.age(THEN.plus(FormToken.LONGEST).plusMillis(1), SHORTEST)).isEqualTo(Age.TOO_OLD);
    }

    @Test
    void oneFromTheFutureIsTooYoung() {
        assertThat(token.age(THEN.minusSeconds(60), Duration.ZERO)).isEqualTo(Age.TOO_YOUNG);
    }
}
