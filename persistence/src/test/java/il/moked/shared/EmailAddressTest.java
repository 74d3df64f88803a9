// SPDX-License-Identifier: Apache-2.0
package il.moked.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {
    @Test
    void comparesWithoutCaseAndBlanks() {
        assertThat(EmailAddress.parse("  Dana.Levi@Example.CO.il ")).map(EmailAddress::value).contains("dana.levi@example.co.il");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "dana", "a@b@c", "a b@c", "a@b\r\nBcc: x@y", "<a@b>"})
    void refusesWhatIsNoAddress(String written) {
        assertThat(EmailAddress.parse(written)).isEmpty();
    }
}
