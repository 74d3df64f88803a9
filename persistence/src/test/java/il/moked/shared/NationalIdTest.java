// SPDX-License-Identifier: Apache-2.0
package il.moked.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NationalIdTest {
    @ParameterizedTest
    @ValueSource(strings = {"000000018", "123456782", "990356123", "12345-6782"})
    void acceptsNumbersWhoseCheckDigitIsRight(String written) {
        assertThat(NationalId.parse(written)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"123456789", "000000000", "1234", "1234567820", "12345678a", ""})
    void refusesTheRest(String written) {
        assertThat(NationalId.parse(written)).isEmpty();
    }

    @Test
    void showsOnlyTheLastThreeDigits() {
        assertThat(new NationalId("123456782").toString()).isEqualTo("••••••782");
        assertThatThrownBy(() -> new NationalId("123456789")).isInstanceOf(BusinessException.class);
    }
}
