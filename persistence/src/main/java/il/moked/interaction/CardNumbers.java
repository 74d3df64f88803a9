// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction;

import il.moked.shared.ShownText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Payment card numbers must not be kept (PCI DSS): 13 to 19 digits, with or without spaces and hyphens, that pass the Luhn check are masked but for the last four. */
public final class CardNumbers {
    private static final Pattern CANDIDATE = Pattern.compile("(?<![0-9])[0-9](?:[ -]?[0-9]){12,18}(?![0-9])");
    private static final int FEWEST = 13;
    private static final int SHOWN = 4;

    private CardNumbers() {
    }

    public static String masked(String text) {
        if (text == null || text.chars().filter(unit -> unit >= '0' && unit <= '9').limit(FEWEST).count() < FEWEST) {
            return text;
        }
        Matcher candidates = CANDIDATE.matcher(text);
        StringBuilder masked = null;
        while (candidates.find()) {
            String digits = candidates.group().replaceAll("[ -]", "");
            if (luhn(digits)) {
                if (masked == null) {
                    masked = new StringBuilder();
                }
                candidates.appendReplacement(masked, "•••• " + digits.substring(digits.length() - SHOWN));
            }
        }
        return masked == null ? text : candidates.appendTail(masked).toString();
    }

    /** Masked, and then cut: of a number that does not fit its beginning would be left. */
    public static String line(String text, int length) {
        return ShownText.line(masked(text), length);
    }

    private static boolean luhn(String digits) {
        int sum = 0;
        for (int fromEnd = 0; fromEnd < digits.length(); fromEnd++) {
            int digit = digits.charAt(digits.length() - 1 - fromEnd) - '0';
            int weighted = fromEnd % 2 == 0 ? digit : digit * 2;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum % 10 == 0;
    }
}
