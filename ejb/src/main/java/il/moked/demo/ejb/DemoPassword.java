// SPDX-License-Identifier: Apache-2.0
package il.moked.demo.ejb;

import at.favre.lib.crypto.bcrypt.BCrypt;

/** What everybody of the demo signs in with. It stands in the documentation, so a hash that is slow to try protects nothing and would only cost every sign-in a quarter of a second. */
final class DemoPassword {
    private static final String PUBLISHED = "moked-demo-2026";

    private DemoPassword() {
    }

    static String hash() {
        return BCrypt.withDefaults().hashToString(BCrypt.MIN_COST, PUBLISHED.toCharArray());
    }
}
