// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** 256 random bits that prove who holds them; only their hash is kept. */
public record Secret(String shown) {
    private static final int BYTES = 32;
    private static final int LONGEST = 100;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** What no secret can be is taken as an empty one, which proves nothing. */
    public Secret {
        shown = shown == null || shown.length() > LONGEST ? "" : shown;
    }

    public static Secret next() {
        byte[] bits = new byte[BYTES];
        RANDOM.nextBytes(bits);
        return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }

    public String hash() {
        return hashWith("");
    }

    /** Of it and something more: whoever has the hash alone cannot try out what that is. */
    public String hashWith(String more) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest((shown + ":" + more).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return "•••";
    }
}
