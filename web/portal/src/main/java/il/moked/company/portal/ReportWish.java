// SPDX-License-Identifier: Apache-2.0
package il.moked.company.portal;

import il.moked.company.ReportPeriod;
import il.moked.company.ejb.CompanyReporting.Wish;
import il.moked.shared.BusinessException;
import java.time.DateTimeException;
import java.time.LocalDate;

/** Which report is asked for, as it stands in an address. */
final class ReportWish {
    private static final int LONGEST_SKU = 40;

    private ReportWish() {
    }

    /** @throws BusinessException {@code shared.field-malformed}, {@code shared.field-too-long}, {@code company.period} with the field */
    static Wish of(String from, String until, Long site, String sku) {
        if (sku != null && sku.length() > LONGEST_SKU) {
            throw new BusinessException("shared.field-too-long", "product", LONGEST_SKU);
        }
        boolean nothing = (from == null || from.isBlank()) && (until == null || until.isBlank());
        return new Wish(nothing ? null : new ReportPeriod(date("from", from), date("until", until)), site, sku == null || sku.isBlank() ? null : sku);
    }

    private static LocalDate date(String field, String given) {
        if (given == null || given.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(given.strip());
        } catch (DateTimeException notOne) {
            throw new BusinessException("shared.field-malformed", field);
        }
    }

    /** Null for none. @throws BusinessException {@code company.site} */
    static Long site(String given) {
        try {
            return given == null || given.isBlank() ? null : Long.valueOf(given.strip());
        } catch (NumberFormatException notOne) {
            throw new BusinessException("company.site", "site");
        }
    }
}
