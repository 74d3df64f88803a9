// SPDX-License-Identifier: Apache-2.0
package il.moked.dispatch;

import java.time.LocalDate;

/** What somebody can do for ever, or has a certificate for. @param lastDay on which the certificate is valid, null for ever */
public record Ability(String code, LocalDate lastDay) {
    private static final int SOON_DAYS = 30;

    /** How long it still is of use. */
    public enum Standing { FOR_EVER, VALID, ENDS_SOON, ENDED }

    /** A certificate ends soon when a month or less is left of it. */
    public Standing standing(LocalDate today) {
        if (lastDay == null) {
            return Standing.FOR_EVER;
        }
        if (lastDay.isBefore(today)) {
            return Standing.ENDED;
        }
        return lastDay.isAfter(today.plusDays(SOON_DAYS)) ? Standing.VALID : Standing.ENDS_SOON;
    }
}
