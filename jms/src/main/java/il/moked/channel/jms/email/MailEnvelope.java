// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.email;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What the door must know of a mail before it is read: under which id it is kept once, and whose it is, so that one
 * sender's mails stay in order.
 *
 * @param id     the Message-ID and a mark of the content: the same mail that comes twice is one, but two mails of a
 *               program that writes the same Message-ID each time are two, and neither is lost
 * @param sender lower case, at most 254 characters, {@code ?} when no header names one
 */
public record MailEnvelope(String id, String sender) {
    private static final int HEAD = 256 * 1024;
    private static final int LONGEST_SENDER = 254;
    private static final int MARK_BYTES = 12;
    private static final String UNKNOWN = "?";
    /** What stays the same on every way a mail takes. */
    private static final List<String> OWN_FIELDS = List.of("from", "date", "subject");
    /** With a space in it: no Message-ID has one, so no stranger can write such an id. */
    private static final String INCOMPLETE = "incomplete ";

    static MailEnvelope of(byte[] raw) {
        Set<MailNotice> ignored = EnumSet.noneOf(MailNotice.class);
        MailHeaders headers = MailHeaders.read(raw, 0, Math.min(raw.length, HEAD), ignored);
        String id = MessageIds.own(headers).map(own -> own + '#' + mark(headers, raw)).orElseGet(() -> MessageIds.invented(raw));
        return new MailEnvelope(id, sender(headers, ignored));
    }

    /** Of a mail the mailbox does not hand out whole. Another id than the mail's own: should it come whole one day, it is taken. */
    static MailEnvelope incomplete(byte[] head, long uidValidity, long uid) {
        Set<MailNotice> ignored = EnumSet.noneOf(MailNotice.class);
        return new MailEnvelope(INCOMPLETE + uidValidity + '.' + uid, sender(MailHeaders.read(head, 0, head.length, ignored), ignored));
    }

    /** Whether what was stored under this id is all the mailbox handed out of a damaged mail. */
    public static boolean incomplete(String id) {
        return id.startsWith(INCOMPLETE);
    }

    private static String sender(MailHeaders headers, Set<MailNotice> ignored) {
        String address = SenderChoice.of(headers, new HeaderDecoding(null, ignored)).map(MailAddress::address).orElse(UNKNOWN).toLowerCase(Locale.ROOT);
        return address.length() > LONGEST_SENDER ? address.substring(0, LONGEST_SENDER) : address;
    }

    private static String mark(MailHeaders headers, byte[] raw) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String field : OWN_FIELDS) {
                digest.update(headers.first(field).orElse("").getBytes(StandardCharsets.UTF_8));
                digest.update((byte) '\n');
            }
            digest.update(raw, headers.bodyStart(), raw.length - headers.bodyStart());
            return HexFormat.of().formatHex(digest.digest(), 0, MARK_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every Java platform has SHA-256
        }
    }
}
