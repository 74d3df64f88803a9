// SPDX-License-Identifier: Apache-2.0
package il.moked.complaint;

import il.moked.shared.BusinessException;
import java.time.LocalDate;

/**
 * The complaints of a report: those received in a calendar year, compared with those of the year before. A year that still goes on is compared
 * with the same part of the one before.
 *
 * @param today by the calendar of the organisation
 */
public record ReportYear(int year, LocalDate today) {
    public static final int FIRST = 2000;

    /** @throws BusinessException {@code shared.field-range}: before {@link #FIRST} or in the future */
    public ReportYear {
        if (year < FIRST || year > today.getYear()) {
            throw new BusinessException("shared.field-range", "year", FIRST, today.getYear());
        }
    }

    public boolean goesOn() {
        return year == today.getYear();
    }

    public LocalDate from() {
        return LocalDate.of(year, 1, 1);
    }

    /** The last day, inclusive. */
    public LocalDate to() {
        return goesOn() ? today : LocalDate.of(year, 12, 31);
    }

    public LocalDate beforeFrom() {
        return from().minusYears(1);
    }

    /** The last day of what it is compared with, inclusive. */
    public LocalDate beforeTo() {
        return to().minusYears(1);
    }
}
