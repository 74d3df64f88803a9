// SPDX-License-Identifier: Apache-2.0
package il.moked.company;

import il.moked.shared.BusinessException;
import java.time.LocalDate;

/** From which day until which day, both among them. */
public record ReportPeriod(LocalDate from, LocalDate until) {
    private static final int LONGEST_YEARS = 3;

    /** @throws BusinessException {@code company.period}: the wrong way round, or too long */
    public ReportPeriod {
        if (from == null || until == null) {
            throw new BusinessException("shared.field-missing", from == null ? "from" : "until");
        }
        if (until.isBefore(from) || until.isAfter(from.plusYears(LONGEST_YEARS))) {
            throw new BusinessException("company.period", "until", LONGEST_YEARS);
        }
    }

    /** The last twelve months, this one among them. */
    public static ReportPeriod year(LocalDate today) {
        return new ReportPeriod(today.withDayOfMonth(1).minusMonths(11), today);
    }
}
