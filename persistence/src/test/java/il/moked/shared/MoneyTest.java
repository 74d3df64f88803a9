// SPDX-License-Identifier: Apache-2.0
package il.moked.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {
    @Test
    void twoCurrenciesAreNeverTakenTogether() {
        Money shekel = Money.agorot(100);
        Money dollar = Money.of(100, "USD");
        assertThatThrownBy(() -> shekel.plus(dollar)).isInstanceOfSatisfying(BusinessException.class, refused -> {
            assertThat(refused.code()).isEqualTo("shared.currency-mismatch");
            assertThat(refused.arguments()).containsExactly("ILS", "USD");
        });
        assertThatThrownBy(() -> shekel.minus(dollar)).isInstanceOf(BusinessException.class);
        assertThatThrownBy(() -> shekel.compareTo(dollar)).isInstanceOf(BusinessException.class);
        assertThat(shekel).isNotEqualTo(dollar);
    }

    @ParameterizedTest
    @CsvSource({"10000, 12.5, 1250", "101, 50, 51", "-101, 50, -51", "99, 50, 50", "1, 49.9, 0", "1, 50, 1", "19990, 17, 3398", "19990, 18, 3598", "333, 33.3333, 111"})
    void aPercentageIsRoundedHalfAwayFromZero(long agorot, BigDecimal percent, long expected) {
        assertThat(Money.agorot(agorot).percent(percent)).isEqualTo(Money.agorot(expected));
    }

    @Test
    void hundredthsOfAPercentAreThePercentage() {
        for (long agorot = -250; agorot <= 250; agorot++) {
            assertThat(Money.agorot(agorot).basisPoints(1800)).isEqualTo(Money.agorot(agorot).percent(new BigDecimal("18")));
            assertThat(Money.agorot(-agorot).basisPoints(1750)).isEqualTo(Money.agorot(agorot).basisPoints(1750).negated());
        }
    }

    @Test
    void sharingLosesNothingAndIsFair() {
        assertThat(Money.agorot(100).allocate(3)).containsExactly(Money.agorot(34), Money.agorot(33), Money.agorot(33));
        assertThat(Money.agorot(-100).allocate(3)).containsExactly(Money.agorot(-34), Money.agorot(-33), Money.agorot(-33));
        assertThat(Money.agorot(5).allocate(List.of(3L, 7L))).as("1.5 and 3.5: the first of equals").containsExactly(Money.agorot(2), Money.agorot(3));
        assertThat(Money.agorot(10).allocate(List.of(1L, 0L, 2L))).containsExactly(Money.agorot(3), Money.agorot(0), Money.agorot(7));
        for (int parts = 1; parts <= 36; parts++) {
            assertThat(Money.agorot(99_999).allocate(parts).stream().mapToLong(Money::minor).sum()).isEqualTo(99_999);
        }
        assertThatThrownBy(() -> Money.agorot(1).allocate(List.of(0L))).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"1,234.50|123450", "₪ 12|1200", "12.5 ₪|1250", "-3|-300", "0.07|7", "1,234,567.89|123456789", "12 ILS|1200"})
    void whatPeopleWriteIsRead(String written, long agorot) {
        assertThat(Money.parse(written, "ILS")).contains(Money.agorot(agorot));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1.234", "12,34", "1,5", "1.2.3", "abc", "12$", "1e3", "--1", "99999999999999999", "12.", ".5"})
    void whatCouldBeReadInTwoWaysIsNotRead(String written) {
        assertThat(Money.parse(written, "ILS")).isEmpty();
    }

    @Test
    void aCurrencyHasItsOwnPlaces() {
        assertThat(Money.parse("1200", "JPY")).contains(Money.of(1200, "JPY"));
        assertThat(Money.parse("12.5", "JPY")).isEmpty();
        assertThat(Money.of(1200, "JPY").format("en")).isEqualTo("1,200\u00A0JPY");
        assertThat(Money.of(12345, "BHD").toString()).isEqualTo("12.345 BHD");
        assertThatThrownBy(() -> Money.of(1, "XYZ")).isInstanceOf(BusinessException.class);
        assertThatThrownBy(() -> Money.of(1, null)).isInstanceOf(BusinessException.class);
    }

    @Test
    void theSignFollowsInHebrewAndLeadsInEnglish() {
        assertThat(Money.agorot(123_450).format("he")).isEqualTo("1,234.50\u00A0₪");
        assertThat(Money.agorot(123_450).format("en")).isEqualTo("₪1,234.50");
        assertThat(Money.agorot(-5).format("en")).isEqualTo("-₪0.05");
        assertThat(Money.parse(Money.agorot(123_450).format("he"), "ILS")).contains(Money.agorot(123_450));
        assertThat(Money.agorot(-5).toString()).isEqualTo("-0.05 ILS");
    }

    @Test
    void whatIsTooLargeIsRefusedAndNeverOverflows() {
        assertThatThrownBy(() -> Money.agorot(Money.MOST).times(1_000_000_000)).isInstanceOfSatisfying(BusinessException.class, refused -> assertThat(refused.code()).isEqualTo("shared.money-range"));
        assertThatThrownBy(() -> Money.agorot(Money.MOST).plus(Money.agorot(1))).isInstanceOf(BusinessException.class);
        assertThatThrownBy(() -> Money.agorot(Long.MIN_VALUE)).isInstanceOf(BusinessException.class);
    }
}
