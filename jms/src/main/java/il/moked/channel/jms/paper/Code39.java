// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.paper;

import java.util.Map;

/** The barcode of a reference, which scanning programs read back into the letter's sidecar (ISO/IEC 16388). */
final class Code39 {
    private static final String LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. *";
    /** Widths of nine bars and spaces of each letter, {@code 1} for the wide ones. */
    private static final String[] WIDTHS = {"000110100", "100100001", "001100001", "101100000", "000110001", "100110000", "001110000", "000100101", "100100100", "001100100", "100001001", "001001001", "101001000", "000011001", "100011000",
            "001011000", "000001101", "100001100", "001001100", "000011100", "100000011", "001000011", "101000010", "000010011", "100010010", "001010010", "000000111", "100000110", "001000110", "000010110", "110000001", "011000001", "111000000",
            "010010001", "110010000", "011010000", "010000101", "110000100", "011000100", "010010100"};
    private static final Map<Boolean, Integer> UNITS = Map.of(false, 1, true, 3);

    private Code39() {
    }

    /** Widths of bars and spaces in turn, beginning and ending with a bar, in units of the narrowest. */
    static int[] widths(String text) {
        String all = "*" + text + "*";
        int[] widths = new int[all.length() * 10 - 1];
        int place = 0;
        for (int at = 0; at < all.length(); at++) {
            int letter = LETTERS.indexOf(all.charAt(at));
            if (letter < 0) {
                throw new IllegalArgumentException("no barcode for " + text);
            }
            for (char wide : WIDTHS[letter].toCharArray()) {
                widths[place++] = UNITS.get(wide == '1');
            }
            if (place < widths.length) {
                widths[place++] = 1;
            }
        }
        return widths;
    }
}
