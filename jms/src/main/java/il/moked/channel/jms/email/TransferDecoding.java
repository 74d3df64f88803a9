// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.email;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** Content-Transfer-Encoding, forgiving: what cannot be decoded stays as it was sent. */
final class TransferDecoding {

    private TransferDecoding() {
    }

    /** The bytes {@code raw[from, to)} decoded; damage is noted in {@code notices}. */
    static byte[] decode(byte[] raw, int from, int to, String encoding, Set<MailNotice> notices) {
        String name = encoding == null ? "" : encoding.strip().toLowerCase(Locale.ROOT).split("[;\\s(]", 2)[0].replace("\"", "");
        return switch (name) {
            case "base64", "base-64", "b" -> base64(raw, from, to, notices);
            case "quoted-printable", "q", "qp" -> quotedPrintable(raw, from, to);
            case "x-uuencode", "uuencode", "x-uue", "uue" -> uuencode(raw, from, to, notices);
            default -> Arrays.copyOfRange(raw, from, to);
        };
    }

    private static byte[] base64(byte[] raw, int from, int to, Set<MailNotice> notices) {
        int letters = 0;
        int alien = 0;
        for (int i = from; i < to; i++) {
            int b = raw[i];
            if (sixBits(b) >= 0 || b == '=') {
                letters++;
            } else if (b != '\r' && b != '\n' && b != '\t' && (b != ' ' || isBetweenWords(raw, i, from, to))) {
                alien++;
            }
        }
        if (alien > 0) {
            notices.add(MailNotice.BROKEN_STRUCTURE);
        }
        if (alien > 2 && alien * 20 > letters) {
            return Arrays.copyOfRange(raw, from, to);
        }
        return base64(raw, from, to);
    }

    private static boolean isBetweenWords(byte[] raw, int at, int from, int to) {
        return at > from && at + 1 < to && sixBits(raw[at - 1]) >= 0 && sixBits(raw[at + 1]) >= 0;
    }

    /** Base64 without complaint: alien characters are skipped, padding may stand anywhere or be missing. */
    static byte[] base64(byte[] raw, int from, int to) {
        ByteArrayOutputStream out = new ByteArrayOutputStream((to - from) / 4 * 3 + 3);
        int group = 0;
        int count = 0;
        for (int i = from; i < to; i++) {
            int bits = sixBits(raw[i]);
            if (bits >= 0) {
                group = group << 6 | bits;
                if (++count == 4) {
                    out.write(group >> 16);
                    out.write(group >> 8);
                    out.write(group);
                    group = 0;
                    count = 0;
                }
            } else if (raw[i] == '=') {
                flush(out, group, count);
                group = 0;
                count = 0;
            }
        }
        flush(out, group, count);
        return out.toByteArray();
    }

    private static void flush(ByteArrayOutputStream out, int group, int count) {
        if (count == 2) {
            out.write(group >> 4);
        } else if (count == 3) {
            out.write(group >> 10);
            out.write(group >> 2);
        }
    }

    private static int sixBits(int b) {
        if (b >= 'A' && b <= 'Z') {
            return b - 'A';
        } else if (b >= 'a' && b <= 'z') {
            return b - 'a' + 26;
        } else if (b >= '0' && b <= '9') {
            return b - '0' + 52;
        }
        return b == '+' || b == '-' ? 62 : b == '/' || b == '_' ? 63 : -1;
    }

    /** Quoted-printable (RFC 2045, 6.7); an equals sign that starts no code stays. */
    static byte[] quotedPrintable(byte[] raw, int from, int to) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(to - from);
        int i = from;
        while (i < to) {
            int b = raw[i];
            if (b == '=') {
                int high = i + 1 < to ? hex(raw[i + 1]) : -1;
                int low = i + 2 < to ? hex(raw[i + 2]) : -1;
                if (high >= 0 && low >= 0) {
                    out.write(high << 4 | low);
                    i += 3;
                    continue;
                }
                int end = skipBlanks(raw, i + 1, to);
                if (end == to || raw[end] == '\n' || raw[end] == '\r') {
                    i = end < to && raw[end] == '\r' && end + 1 < to && raw[end + 1] == '\n' ? end + 2 : Math.min(to, end + 1);
                    continue;
                }
            } else if (b == ' ' || b == '\t') {
                int end = skipBlanks(raw, i, to);
                if (end < to && (raw[end] == '\n' || raw[end] == '\r')) {
                    i = end;
                    continue;
                }
                out.write(raw, i, end - i);
                i = end;
                continue;
            }
            out.write(b);
            i++;
        }
        return out.toByteArray();
    }

    private static int skipBlanks(byte[] raw, int from, int to) {
        int i = from;
        while (i < to && (raw[i] == ' ' || raw[i] == '\t')) {
            i++;
        }
        return i;
    }

    static int hex(int c) {
        return Character.digit(c, 16);
    }

    private static byte[] uuencode(byte[] raw, int from, int to, Set<MailNotice> notices) {
        try (var in = MimeUtility.decode(new ByteArrayInputStream(raw, from, to - from), "uuencode")) {
            return in.readAllBytes();
        } catch (MessagingException | IOException | RuntimeException broken) {
            notices.add(MailNotice.BROKEN_STRUCTURE);
            return Arrays.copyOfRange(raw, from, to);
        }
    }
}
