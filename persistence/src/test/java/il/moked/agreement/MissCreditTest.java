// SPDX-License-Identifier: Apache-2.0
package il.moked.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class MissCreditTest {
    private static final BigDecimal FEE = new BigDecimal("1449.90");

    @Test
    void eachMissIsCreditedUpToTheCap() {
        MissCredit credit = new MissCredit(new BigDecimal("5"), new BigDecimal("12"));
        assertThat(credit.of(FEE, 0)).isEqualByComparingTo("0");
        assertThat(credit.of(FEE, 1)).isEqualByComparingTo("72.50");
        assertThat(credit.of(FEE, 2)).isEqualByComparingTo("144.99");
        assertThat(credit.of(FEE, 3)).isEqualByComparingTo("173.99");
    }

    @Test
    void neverMoreThanTheFee() {
        assertThat(new MissCredit(new BigDecimal("40"), null).of(FEE, 9)).isEqualByComparingTo(FEE);
    }
}
