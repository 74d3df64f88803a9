// SPDX-License-Identifier: Apache-2.0
package il.moked.branch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import il.moked.shared.BusinessException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TicketNumberTest {
    @ParameterizedTest
    @CsvSource({"A012,A012", "a12,A012", "A-12,A012", "b 7,B007", "C1234,C1234"})
    void isReadAsItIsSaid(String typed, String number) {
        assertThat(TicketNumber.parse(typed).orElseThrow().text()).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12", "AA12", "A", "A0", "ת12", "A1234567", "A1;drop"})
    void isNothingElse(String typed) {
        assertThat(TicketNumber.parse(typed)).isEmpty();
    }

    @Test
    void beginsWithOne() {
        assertThat(new TicketNumber("A", 1).text()).isEqualTo("A001");
        assertThatThrownBy(() -> new TicketNumber("A", 0)).isInstanceOf(BusinessException.class);
        assertThat(TicketNumber.parse(null)).isEmpty();
    }
}
