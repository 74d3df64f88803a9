// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.social;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** How providers prove that a webhook is theirs. Always over the bytes as they came; compared in a time that tells nothing. */
public final class Signatures {
    private static final String PREFIX = "sha256=";

    private Signatures() {
    }

    static byte[] hmac(byte[] key, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(body);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] hmac(String secret, byte[] body) {
        return hmac(secret.getBytes(StandardCharsets.UTF_8), body);
    }

    /** Header {@code X-Hub-Signature-256} of WhatsApp, Messenger and Instagram. */
    public static String meta(String secret, byte[] body) {
        return PREFIX + HexFormat.of().formatHex(hmac(secret, body));
    }

    /** Header {@code x-twitter-webhooks-signature}, and the answer to the challenge of X. */
    public static String x(String secret, byte[] body) {
        return PREFIX + Base64.getEncoder().encodeToString(hmac(secret, body));
    }

    /** @param said by the other side, may be null */
    public static boolean equal(String expected, String said) {
        return said != null && MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), said.getBytes(StandardCharsets.UTF_8));
    }
}
