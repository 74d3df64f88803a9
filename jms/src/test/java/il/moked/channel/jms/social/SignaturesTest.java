// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.social;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SignaturesTest {
    private static final byte[] BODY = "what do ya want for nothing?".getBytes(StandardCharsets.UTF_8);

    /** RFC 4231, test case 2. */
    @Test
    void isTheKeyedHashOfTheBytes() {
        assertThat(Signatures.meta("Jefe", BODY)).isEqualTo("sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
        assertThat(Signatures.x("Jefe", BODY)).isEqualTo("sha256=W9zBRr9gdU5qBCQmCJV1x1oAPwidJzmDnexYuWTsOEM=");
    }

    @Test
    void oneChangedByteMakesAnotherSignature() {
        String signature = Signatures.meta("secret", BODY);
        for (int index = 0; index < BODY.length; index++) {
            byte[] changed = BODY.clone();
            changed[index] ^= 1;
            assertThat(Signatures.equal(Signatures.meta("secret", changed), signature)).isFalse();
        }
        assertThat(Signatures.equal(Signatures.meta("secret", BODY), signature)).isTrue();
    }

    @Test
    void nothingOrSomethingShorterIsNotEqual() {
        assertThat(Signatures.equal("secret", null)).isFalse();
        assertThat(Signatures.equal("secret", "")).isFalse();
        assertThat(Signatures.equal("secret", "secre")).isFalse();
    }
}
