// SPDX-License-Identifier: Apache-2.0
package il.moked.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {
    @ParameterizedTest
    @CsvSource({"050-234-5678, +972502345678", "+972 50 2345678, +972502345678", "972-50-2345678, +972502345678", "03/623-1234, +97236231234", "(03) 6231234, +97236231234", "077-1234567, +972771234567",
            "1-700-500-123, +9721700500123", "+44 20 7946 0958, +442079460958", "*2700, *2700", "100, 100"})
    void writesEveryFormTheSameWay(String written, String expected) {
        assertThat(PhoneNumber.parse(written)).map(PhoneNumber::value).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "05", "*", "123456789012345678901234567890"})
    void refusesWhatCannotBeANumber(String written) {
        assertThat(PhoneNumber.parse(written)).isEmpty();
    }

    @Test
    void showsIsraeliNumbersAsPeopleWriteThem() {
        assertThat(PhoneNumber.parse("+972502345678").orElseThrow().display()).isEqualTo("050-234-5678");
    }
}
