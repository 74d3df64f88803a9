// SPDX-License-Identifier: Apache-2.0
package il.moked.order;

import java.security.SecureRandom;

/** A name of ours for something at a provider: the same at each attempt, so that it is never done twice; 130 random bits. */
final class Token {
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 26;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Token() {
    }

    static String next() {
        StringBuilder token = new StringBuilder(LENGTH);
        for (int place = 0; place < LENGTH; place++) {
            token.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return token.toString();
    }
}
