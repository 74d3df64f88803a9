// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction;

import java.security.SecureRandom;

/** What a customer quotes and follows his matter by: ten characters without look-alikes, 50 random bits, so it cannot be guessed from another. */
public final class Reference {
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 10;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Reference() {
    }

    public static String next() {
        StringBuilder reference = new StringBuilder(LENGTH);
        long bits = RANDOM.nextLong();
        for (int place = 0; place < LENGTH; place++) {
            reference.append(LETTERS.charAt((int) (bits >>> 5 * place & 31)));
        }
        return reference.toString();
    }

    /** Whether it may be a reference; most of what is typed cannot, and need not be asked for. */
    public static boolean possible(String typed) {
        String normal = normal(typed);
        return normal.length() == LENGTH && normal.chars().allMatch(letter -> LETTERS.indexOf(letter) >= 0);
    }

    /** As typed by a person: case, spaces and hyphens do not matter, O is 0, I and L are 1. */
    public static String normal(String typed) {
        return typed == null ? "" : typed.toUpperCase(java.util.Locale.ROOT).replaceAll("[\\s-]", "").replace('O', '0').replace('I', '1').replace('L', '1');
    }
}
