// SPDX-License-Identifier: Apache-2.0
package il.moked.order.jms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StripeSignatureTest {
    private static final String SECRET = "whsec_test";
    private static final byte[] BODY = "{\"id\":\"evt_1\"}".getBytes(StandardCharsets.UTF_8);
    /** Reckoned by another program: {@code printf '1700000000.{"id":"evt_1"}' | openssl dgst -sha256 -hmac whsec_test}. */
    private static final String EXPECTED = "c89214b5b5da833daed6f0b8c5bb6bd58cea9022bd80ccc78230f3942d632925";
    private static final Instant AT = Instant.ofEpochSecond(1_700_000_000);

    @Test
    void itIsOverTheSecondsAndTheBody() {
        assertThat(StripeSignature.of(SECRET, BODY, AT)).isEqualTo("t=1700000000,v1=" + EXPECTED);
    }

    @Test
    void itProvesThisBodyOfTodayOnly() {
        String proof = StripeSignature.of(SECRET, BODY, AT);
        assertThat(StripeSignature.proves(proof, BODY, SECRET, AT.plusSeconds(299))).isTrue();
        assertThat(StripeSignature.proves(proof, BODY, SECRET, AT.plusSeconds(301))).isFalse();
        assertThat(StripeSignature.proves(proof, BODY, SECRET, AT.minusSeconds(301))).isFalse();
        assertThat(StripeSignature.proves(proof, BODY, "other", AT)).isFalse();
        assertThat(StripeSignature.proves(proof, "{\"id\":\"evt_2\"}".getBytes(StandardCharsets.UTF_8), SECRET, AT)).isFalse();
        assertThat(StripeSignature.proves(proof.replace("t=1700000000", "t=1700000001"), BODY, SECRET, AT)).as("another moment than was signed").isFalse();
    }

    @Test
    void oneOfSeveralIsEnoughAndOtherSchemesArePassedOver() {
        String proof = StripeSignature.of(SECRET, BODY, AT);
        String own = proof.substring(proof.indexOf("v1="));
        assertThat(StripeSignature.proves("t=1700000000,v1=00ff," + own + ",v0=11", BODY, SECRET, AT)).isTrue();
        assertThat(StripeSignature.proves("t=1700000000,v0=" + own.substring(3), BODY, SECRET, AT)).isFalse();
    }

    @Test
    void whatIsNoneProvesNothing() {
        for (String none : new String[] {null, "", "t=", "v1=", "t=abc,v1=00", "t=99999999999999,v1=00", "x".repeat(5000)}) {
            assertThat(StripeSignature.proves(none, BODY, SECRET, AT)).as(String.valueOf(none)).isFalse();
        }
    }
}
