// SPDX-License-Identifier: Apache-2.0
package il.moked.catalog;

import il.moked.shared.BusinessException;
import java.time.LocalDate;

/**
 * Days something holds, from the first one up to but not including the last: [from, until). What ends on the day on which the
 * next begins leaves no gap and does not overlap.
 *
 * @param until null when there is no end
 */
public record Validity(LocalDate from, LocalDate until) {
    public Validity {
        if (from == null) {
            throw new BusinessException("shared.field-missing", "from");
        }
        if (until != null && !until.isAfter(from)) {
            throw new BusinessException("catalog.until-before-from", "until");
        }
    }

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && (until == null || day.isBefore(until));
    }

    public boolean overlaps(Validity other) {
        return (other.until == null || from.isBefore(other.until)) && (until == null || other.from.isBefore(until));
    }
}
