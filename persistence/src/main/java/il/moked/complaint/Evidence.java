// SPDX-License-Identifier: Apache-2.0
package il.moked.complaint;

import il.moked.shared.Names;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;

/**
 * One thing that was said, offered, quoted, promised or done about a complaint.
 *
 * @param id of its source among those of its kind @param who user name or the customer @param detail codes @param text as it was written @param label what it is called now, or null: shown, not part of the evidence
 */
public record Evidence(Kind kind, long id, Instant at, String who, String detail, String text, Names label) {
    public enum Kind { CASE, STEP, MESSAGE, CALL, OFFER, QUOTE, PROMISE, PROMISE_EVENT }

    public Evidence {
        who = who == null ? "" : who;
        detail = detail == null ? "" : detail;
        text = text == null ? "" : text;
    }

    /** SHA-256 of everything that must not change, in hexadecimal. Each part is told with its length, so that no two contents read the same. */
    public String contentHash() {
        StringBuilder canonical = new StringBuilder();
        for (String part : List.of(kind.name(), Long.toString(id), at.truncatedTo(ChronoUnit.MICROS).toString(), who, detail, text)) {
            canonical.append(part.length()).append(':').append(part);
        }
        return sha256(canonical.toString());
    }

    /** What a chain of a case begins with. */
    public static String firstHash(String caseNumber) {
        return sha256("moked evidence 1 " + caseNumber);
    }

    /** A link of the chain: SHA-256 of the hash before it and the hash of what comes. */
    public static String chained(String before, String contentHash) {
        return sha256(before + contentHash);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
