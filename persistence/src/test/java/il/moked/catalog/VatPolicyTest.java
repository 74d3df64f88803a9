// SPDX-License-Identifier: Apache-2.0
package il.moked.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import il.moked.shared.BusinessException;
import il.moked.shared.Money;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VatPolicyTest {
    @Test
    void theRateIsThatOfTheDay() {
        assertThat(VatPolicy.rate(TaxClass.STANDARD, LocalDate.of(2024, 12, 31), CatalogFixtures.RATES)).isEqualTo(1700);
        assertThat(VatPolicy.rate(TaxClass.STANDARD, LocalDate.of(2025, 1, 1), CatalogFixtures.RATES)).isEqualTo(1800);
        assertThat(VatPolicy.rate(TaxClass.ZERO, LocalDate.of(2025, 1, 1), CatalogFixtures.RATES)).isZero();
        assertThat(VatPolicy.rate(TaxClass.EXEMPT, LocalDate.of(1990, 1, 1), CatalogFixtures.RATES)).isZero();
        assertThatThrownBy(() -> VatPolicy.rate(TaxClass.STANDARD, LocalDate.of(2015, 9, 30), CatalogFixtures.RATES)).isInstanceOfSatisfying(BusinessException.class, refused -> assertThat(refused.code()).isEqualTo("catalog.no-vat-rate"));
    }

    /** Worked out by hand: gross ÷ 1.17 and ÷ 1.18, half up. */
    @ParameterizedTest
    @CsvSource({"11700, 1700, 10000, 1700", "11800, 1800, 10000, 1800", "9990, 1700, 8538, 1452", "9990, 1800, 8466, 1524", "1, 1800, 1, 0", "3, 1800, 3, 0", "4, 1800, 3, 1", "19990, 0, 19990, 0", "-9990, 1800, -8466, -1524", "59, 1800, 50, 9"})
    void whatIncludesTheTaxStaysWhatIsPaid(long gross, int rate, long net, long vat) {
        assertThat(VatPolicy.tax(Money.agorot(gross), true, rate)).isEqualTo(new Taxed(Money.agorot(net), Money.agorot(vat), Money.agorot(gross)));
    }

    @ParameterizedTest
    @CsvSource({"10000, 1700, 1700", "8466, 1800, 1524", "25, 1800, 5", "75, 1800, 14", "125, 1800, 23", "3, 1700, 1", "2, 1700, 0"})
    void whatIsWithoutGetsItOnTop(long net, int rate, long vat) {
        assertThat(VatPolicy.tax(Money.agorot(net), false, rate)).isEqualTo(new Taxed(Money.agorot(net), Money.agorot(vat), Money.agorot(net + vat)));
    }

    @Test
    void theThreeAmountsAlwaysAddUp() {
        for (long agorot = 0; agorot < 3000; agorot++) {
            for (int rate : new int[]{0, 1700, 1800}) {
                for (boolean included : new boolean[]{true, false}) {
                    Taxed taxed = VatPolicy.tax(Money.agorot(agorot), included, rate);
                    assertThat(taxed.net().plus(taxed.vat())).isEqualTo(taxed.gross());
                    assertThat(Math.abs(taxed.vat().minor() * 10_000 - taxed.net().minor() * rate)).as("within half an agora of the gross").isLessThanOrEqualTo(5000L * (10_000 + rate) / 10_000 + 1);
                }
            }
        }
    }
}
