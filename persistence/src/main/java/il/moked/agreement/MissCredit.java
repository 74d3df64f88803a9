// SPDX-License-Identifier: Apache-2.0
package il.moked.agreement;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What a customer gets back for times that were not kept.
 *
 * @param each percent of the monthly fee for each of them
 * @param most percent of it at most in a month; null for the whole fee
 */
public record MissCredit(BigDecimal each, BigDecimal most) {
    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    /** In the currency of the fee, to the agora. */
    public BigDecimal of(BigDecimal monthlyFee, long missed) {
        BigDecimal percent = each.multiply(BigDecimal.valueOf(missed)).min(most == null ? ALL : most.min(ALL));
        return monthlyFee.multiply(percent).divide(ALL, 2, RoundingMode.HALF_UP);
    }
}
