// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice;

import static org.assertj.core.api.Assertions.assertThat;

import il.moked.customer.ContactPoint;
import il.moked.selfservice.OneTimeCode.Asked;
import il.moked.selfservice.OneTimeCode.Purpose;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OneTimeCodeTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private final Secret handle = Secret.next();
    private final OneTimeCode code = new OneTimeCode(new Asked(Purpose.CUSTOMER_SIGN_IN, ContactPoint.Kind.PHONE, "+972521234567", null, "he", "192.0.2.1"), handle, "012345", NOW);

    @Test
    void itIsGoodOnceWithinFiveMinutesInTheBrowserThatAsked() {
        assertThat(code.prove(Secret.next(), "012345", NOW)).isFalse();
        assertThat(code.prove(handle, "12345", NOW)).isFalse();
        assertThat(code.prove(handle, " 012-345 ", NOW.plus(OneTimeCode.VALID).minusMillis(1))).isTrue();
        assertThat(code.prove(handle, "012345", NOW)).isFalse();
    }

    @Test
    void itIsTooOldAfterThat() {
        assertThat(code.prove(handle, "012345", NOW.plus(OneTimeCode.VALID))).isFalse();
    }

    @Test
    void fiveWrongTriesEndIt() {
        for (int tries = 0; tries < OneTimeCode.MOST_TRIES; tries++) {
            assertThat(code.prove(handle, "999999", NOW)).isFalse();
        }
        assertThat(code.prove(handle, "012345", NOW)).isFalse();
    }

    @Test
    void whoHeIsIsAskedForAWhileAfterItWasProved() {
        assertThat(code.open(NOW)).isFalse();
        code.prove(handle, "012345", NOW);
        assertThat(code.open(NOW.plusSeconds(60))).isTrue();
        assertThat(code.open(NOW.plus(Duration.ofMinutes(5)))).isFalse();
        code.use(NOW);
        assertThat(code.open(NOW.plusSeconds(60))).isFalse();
    }

    @Test
    void digitsAreSixAlsoWhenTheyBeginWithZero() {
        for (int times = 0; times < 200; times++) {
            assertThat(OneTimeCode.digits()).matches("[0-9]{6}");
        }
    }

    @Test
    void aSecretThatIsNoneProvesNothingAndIsNeverShown() {
        assertThat(new Secret(null).hash()).isEqualTo(new Secret("x".repeat(101)).hash());
        assertThat(Secret.next().toString()).isEqualTo("•••");
        assertThat(Secret.next().shown()).hasSize(43).isNotEqualTo(Secret.next().shown());
    }
}
