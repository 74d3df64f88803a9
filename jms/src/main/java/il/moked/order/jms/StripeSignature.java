// SPDX-License-Identifier: Apache-2.0
package il.moked.order.jms;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Header {@code Stripe-Signature}: {@code t=<seconds>,v1=<hex>}, an HMAC-SHA256 over {@code <seconds>.<body>} with the secret of
 * the webhook as its UTF-8 bytes. There may be several {@code v1} while a secret is being changed; other schemes are passed over.
 * What is more than five minutes away from now is refused, as it may be a copy.
 */
public final class StripeSignature {
    public static final String HEADER = "Stripe-Signature";
    static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final String ALGORITHM = "HmacSHA256";
    private static final int LONGEST = 2000;

    private StripeSignature() {
    }

    static String hmac(String secret, byte[] content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(content));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** As the provider writes it. */
    public static String of(String secret, byte[] body, Instant at) {
        return "t=" + at.getEpochSecond() + ",v1=" + hmac(secret, signed(Long.toString(at.getEpochSecond()), body));
    }

    private static byte[] signed(String seconds, byte[] body) {
        byte[] head = (seconds + ".").getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[head.length + body.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        return all;
    }

    /** @param header may be null */
    static boolean proves(String header, byte[] body, String secret, Instant now) {
        if (header == null || header.length() > LONGEST) {
            return false;
        }
        String seconds = null;
        for (String part : header.split(",")) {
            if (part.strip().startsWith("t=")) {
                seconds = part.strip().substring(2);
            }
        }
        if (seconds == null || !seconds.matches("[0-9]{1,12}") || Duration.between(Instant.ofEpochSecond(Long.parseLong(seconds)), now).abs().compareTo(TOLERANCE) > 0) {
            return false;
        }
        byte[] expected = hmac(secret, signed(seconds, body)).getBytes(StandardCharsets.UTF_8);
        boolean proven = false;
        for (String part : header.split(",")) {
            proven |= part.strip().startsWith("v1=") && MessageDigest.isEqual(expected, part.strip().substring(3).getBytes(StandardCharsets.UTF_8));
        }
        return proven;
    }
}
