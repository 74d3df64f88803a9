// SPDX-License-Identifier: Apache-2.0
package il.moked.catalog;

import java.util.Optional;

/**
 * What a quote is called on every channel: nine digits said and shown in threes, such as {@code 482-139-574}, the last of which
 * finds every wrong digit and every two that were exchanged (H. M. Damm 2004). Numbers that follow each other do not look
 * alike, and do not tell how many there are.
 */
public record QuoteNumber(String digits) {
    private static final long NUMBERS = 100_000_000L;
    /** Has no common divisor with the number of numbers, so no two of them become the same. */
    private static final long SPREAD = 61_803_399L;
    private static final long START = 27_182_818L;
    /** A totally anti-symmetric quasigroup of order ten. */
    private static final int[][] DAMM = {
            {0, 3, 1, 7, 5, 9, 8, 6, 4, 2}, {7, 0, 9, 2, 1, 5, 4, 8, 6, 3}, {4, 2, 0, 6, 8, 7, 1, 3, 5, 9}, {1, 7, 5, 0, 9, 8, 3, 4, 2, 6}, {6, 1, 2, 3, 0, 4, 5, 9, 7, 8},
            {3, 6, 7, 4, 2, 0, 9, 5, 8, 1}, {5, 8, 6, 9, 7, 2, 0, 1, 3, 4}, {8, 9, 4, 5, 3, 6, 2, 0, 1, 7}, {9, 4, 3, 8, 6, 1, 7, 2, 0, 5}, {2, 5, 8, 1, 4, 3, 6, 7, 9, 0}};

    /** @param serial each only once, from 0 */
    public static QuoteNumber of(long serial) {
        String body = "%08d".formatted((Math.floorMod(serial, NUMBERS) * SPREAD + START) % NUMBERS);
        return new QuoteNumber(body + check(body));
    }

    /** As somebody types or says it; nothing when the check digit is wrong. */
    public static Optional<QuoteNumber> parse(String written) {
        String bare = written == null ? "" : written.replaceAll("[\\s\\u200E\\u200F\\u2010-\\u2013-]", "");
        return bare.matches("[0-9]{9}") && check(bare) == 0 ? Optional.of(new QuoteNumber(bare)) : Optional.empty();
    }

    private static int check(String digits) {
        int row = 0;
        for (char digit : digits.toCharArray()) {
            row = DAMM[row][digit - '0'];
        }
        return row;
    }

    /** In threes. */
    public String spoken() {
        return digits.substring(0, 3) + "-" + digits.substring(3, 6) + "-" + digits.substring(6);
    }

    @Override
    public String toString() {
        return spoken();
    }
}
