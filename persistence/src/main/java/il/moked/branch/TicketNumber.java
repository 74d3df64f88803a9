// SPDX-License-Identifier: Apache-2.0
package il.moked.branch;

import il.moked.shared.BusinessException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The number somebody is called by at a branch on a day: a letter and a count, A012. It says nothing of who he is. */
public record TicketNumber(String letter, int count) {
    /** Of numbers that a device gives while it is cut off: no reason has it. */
    public static final String OFFLINE = "Z";

    private static final Pattern WRITTEN = Pattern.compile("([A-Za-z])[ -]?([0-9]{1,6})");
    private static final int HIGHEST = 999_999;

    public TicketNumber {
        if (letter == null || !letter.matches("[A-Z]") || count < 1 || count > HIGHEST) {
            throw new BusinessException("branch.number");
        }
    }

    /** As a customer says or types it: a012, A-12. */
    public static Optional<TicketNumber> parse(String written) {
        Matcher parts = WRITTEN.matcher(written == null ? "" : written.strip());
        return parts.matches() && Integer.parseInt(parts.group(2)) > 0 ? Optional.of(new TicketNumber(parts.group(1).toUpperCase(java.util.Locale.ROOT), Integer.parseInt(parts.group(2)))) : Optional.empty();
    }

    public String text() {
        return letter + String.format(java.util.Locale.ROOT, "%03d", count);
    }
}
