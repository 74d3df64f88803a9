// SPDX-License-Identifier: Apache-2.0
package il.moked.access.ejb;

import at.favre.lib.crypto.bcrypt.BCrypt;
import il.moked.shared.BusinessException;

/** Salted slow hashes: bcrypt, cost 12, in modular crypt form, which the server's realm checks. */
public final class Passwords {
    private static final int COST = 12;
    private static final int SHORTEST = 10;
    /** bcrypt ignores what follows the 72nd byte; such a password is refused rather than cut. */
    private static final int LONGEST_BYTES = 72;

    private Passwords() {
    }

    public static String hash(String password) {
        if (password == null || password.length() < SHORTEST || password.getBytes(java.nio.charset.StandardCharsets.UTF_8).length > LONGEST_BYTES) {
            throw new BusinessException("access.password-length", SHORTEST, LONGEST_BYTES);
        }
        return BCrypt.withDefaults().hashToString(COST, password.toCharArray());
    }

    /** Takes as long for every password, right or wrong. */
    public static boolean matches(String password, String hash) {
        String tried = password == null || password.getBytes(java.nio.charset.StandardCharsets.UTF_8).length > LONGEST_BYTES ? "" : password;
        return BCrypt.verifyer().verify(tried.toCharArray(), hash).verified;
    }
}
