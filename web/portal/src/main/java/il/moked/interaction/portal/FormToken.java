// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.portal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.DateTimeException;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What an empty form carries: the reference its contact will have, and when it was shown, signed. It proves that the
 * form came from here, tells a person from a script by the time it took to fill, and makes sending twice harmless: both
 * have the same reference.
 */
public record FormToken(String reference, Instant issuedAt) {
    /** A form left open longer than this must be sent once more. */
    public static final Duration LONGEST = Duration.ofHours(2);
    private static final String ALGORITHM = "HmacSHA256";

    /** What the age of a token says of who sends it. */
    public enum Age { TOO_YOUNG, GOOD, TOO_OLD }

    public String signed(byte[] key) {
        String content = reference + "." + issuedAt.toEpochMilli();
        return content + "." + mac(content, key);
    }

    /** @return empty for anything that was not signed with this key */
    public static Optional<FormToken> read(String written, byte[] key) {
        String[] parts = written == null || written.length() > 200 ? new String[0] : written.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        byte[] expected = mac(parts[0] + "." + parts[1], key).getBytes(StandardCharsets.US_ASCII);
        if (!MessageDigest.isEqual(expected, parts[2].getBytes(StandardCharsets.UTF_8))) {
            return Optional.empty();
        }
        try {
            return Optional.of(new FormToken(parts[0], Instant.ofEpochMilli(Long.parseLong(parts[1]))));
        } catch (NumberFormatException | DateTimeException signedBySomethingElse) {
            return Optional.empty();
        }
    }

    /** @param shortest nobody fills the form faster than this */
    public Age age(Instant now, Duration shortest) {
        Duration age = Duration.between(issuedAt, now);
        if (age.compareTo(shortest) < 0) {
            return Age.TOO_YOUNG;
        }
        return age.compareTo(LONGEST) > 0 ? Age.TOO_OLD : Age.GOOD;
    }

    /** The purpose is signed too, so that no other token made with the key can pass for this one. */
    private static String mac(String content, byte[] key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(("form:" + content).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
