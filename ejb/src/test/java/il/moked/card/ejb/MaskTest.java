// SPDX-License-Identifier: Apache-2.0
package il.moked.card.ejb;

import static org.assertj.core.api.Assertions.assertThat;

import il.moked.customer.ContactPoint;
import org.junit.jupiter.api.Test;

class MaskTest {
    @Test
    void ofANumberItsEndIsSeen() {
        assertThat(Mask.of(ContactPoint.Kind.PHONE, "054-123-4567")).isEqualTo("••••••567");
        assertThat(Mask.number("514000017")).isEqualTo("••••••017");
        assertThat(Mask.number("12")).isEqualTo("••••••12");
    }

    @Test
    void ofAnAddressItsFirstLetterAndItsHost() {
        assertThat(Mask.of(ContactPoint.Kind.EMAIL, "noa.levi@example.org")).isEqualTo("n••••••@example.org");
        assertThat(Mask.of(ContactPoint.Kind.X, "@somebody")).isEqualTo("••••••ody");
    }

    @Test
    void aNameIsSeenUnlessItIsAnAddress() {
        assertThat(Mask.name("נועה לוי 2")).isEqualTo("נועה לוי 2");
        assertThat(Mask.name("noa@example.org")).isEqualTo("n••••••@example.org");
        assertThat(Mask.name("+972541234567")).isEqualTo("••••••567");
    }
}
