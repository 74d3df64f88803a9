// SPDX-License-Identifier: Apache-2.0
package il.moked.agreement;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** In which an entitlement may be used up; then it is whole again. Periods count from the day the agreement begins, so that one that began on the 31st ends a month with its last day and does not drift. */
public enum EntitlementPeriod {
    MONTH(1), QUARTER(3), YEAR(12), TERM(0);

    private final int months;

    EntitlementPeriod(int months) {
        this.months = months;
    }

    /** @param until the first day that is not in it; null when there is no end */
    public record Stretch(LocalDate from, LocalDate until) {
    }

    /** The period in which a day lies. @param begin of the agreement @param day not before that */
    public Stretch at(LocalDate begin, LocalDate day) {
        if (months == 0) {
            return new Stretch(begin, null);
        }
        long past = Math.max(0, ChronoUnit.MONTHS.between(begin, day) / months - 1);
        while (!begin.plusMonths((past + 1) * months).isAfter(day)) {
            past++;
        }
        return new Stretch(begin.plusMonths(past * months), begin.plusMonths((past + 1) * months));
    }
}
