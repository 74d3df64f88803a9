// SPDX-License-Identifier: Apache-2.0
package il.moked.catalog;

import il.moked.shared.BusinessException;
import il.moked.shared.Money;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * Value added tax of a line. The rate is that of the day of the sale; the tax is rounded once for each line, half away from
 * zero to the agora, and the three amounts always add up. Israel: 17 % until 2024-12-31, 18 % from 2025-01-01.
 */
public final class VatPolicy {
    private static final int WHOLE = 10_000;

    private VatPolicy() {
    }

    /** @return hundredths of a percent @throws BusinessException {@code catalog.no-vat-rate} for a day before all that is known */
    public static int rate(TaxClass taxClass, LocalDate day, List<VatRate> rates) {
        if (taxClass != TaxClass.STANDARD) {
            return 0;
        }
        return rates.stream().filter(rate -> !rate.from().isAfter(day)).max(Comparator.comparing(VatRate::from)).map(VatRate::basisPoints)
                .orElseThrow(() -> new BusinessException("catalog.no-vat-rate", day.toString()));
    }

    /** @param included whether the tax is in the amount: then it is what is paid, to the agora, and the rest is found from it */
    public static Taxed tax(Money amount, boolean included, int basisPoints) {
        if (included) {
            Money net = amount.ratio(WHOLE, WHOLE + basisPoints);
            return new Taxed(net, amount.minus(net), amount);
        }
        Money vat = amount.basisPoints(basisPoints);
        return new Taxed(amount, vat, amount.plus(vat));
    }
}
