// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.email;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Header text. Raw header values are kept as ISO-8859-1 strings, one character per byte as it was sent, and become
 * text only here: encoded words (RFC 2047), raw UTF-8 (RFC 6532), and raw 8-bit text in whatever set it looks like.
 *
 * <p>Not left to {@code MimeUtility.decodeText}: that gives up on ISO-8859-8-I, on a character split between two encoded
 * words, and on encoded words inside quotes.
 */
final class HeaderDecoding {

    private static final Pattern ENCODED_WORD = Pattern.compile("=\\?([A-Za-z0-9_.:\\-]{1,60})(?:\\*[A-Za-z0-9-]{0,20})?\\?([bBqQ])\\?(.*?)(?:\\?=|$)", Pattern.DOTALL);

    private final String bodyCharset;
    private final Set<MailNotice> notices;

    /**
     * @param bodyCharset what the body declares, a hint for raw 8-bit headers; may be null
     * @param notices     where to note a guess
     */
    HeaderDecoding(String bodyCharset, Set<MailNotice> notices) {
        this.bodyCharset = bodyCharset;
        this.notices = notices;
    }

    /** The text of an unstructured header (Subject) or of a parameter value. */
    String text(String raw) {
        return decode(raw, UnaryOperator.identity());
    }

    /** The text of an address header: decoded words that stand outside quotes are quoted, so that they cannot add addresses. */
    String addresses(String raw) {
        StringBuilder out = new StringBuilder();
        boolean quoted = false;
        int from = 0;
        // Cut at quotes: an encoded word inside quotes is escaped, outside it is put into quotes.
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '\\' && quoted) {
                i++;
            } else if (c == '"') {
                out.append(decode(raw.substring(from, i), quoted ? HeaderDecoding::escaped : HeaderDecoding::inQuotes)).append('"');
                from = i + 1;
                quoted = !quoted;
            }
        }
        out.append(decode(raw.substring(from), quoted ? HeaderDecoding::escaped : HeaderDecoding::inQuotes));
        return out.toString();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    private static String inQuotes(String text) {
        return '"' + escaped(text) + '"';
    }

    private String decode(String raw, UnaryOperator<String> word) {
        if (raw.indexOf("=?") < 0) {
            return eightBit(raw);
        }
        StringBuilder out = new StringBuilder();
        Matcher matcher = ENCODED_WORD.matcher(raw);
        ByteArrayOutputStream pending = new ByteArrayOutputStream();
        String pendingCharset = null;
        int end = 0;
        while (matcher.find()) {
            String between = raw.substring(end, matcher.start());
            boolean adjacent = pendingCharset != null && between.isBlank();
            if (!adjacent || !pendingCharset.equalsIgnoreCase(matcher.group(1))) {
                flush(out, pending, pendingCharset, word);
                if (!adjacent) {
                    out.append(eightBit(between));
                }
            }
            pendingCharset = matcher.group(1);
            pending.writeBytes(bytesOf(matcher.group(2), matcher.group(3)));
            end = matcher.end();
        }
        flush(out, pending, pendingCharset, word);
        return out.append(eightBit(raw.substring(end))).toString();
    }

    private void flush(StringBuilder out, ByteArrayOutputStream pending, String charset, UnaryOperator<String> word) {
        if (charset != null && pending.size() > 0) {
            out.append(word.apply(bytes(pending.toByteArray(), charset)));
            pending.reset();
        }
    }

    private static byte[] bytesOf(String encoding, String content) {
        byte[] raw = content.getBytes(StandardCharsets.ISO_8859_1);
        if (encoding.equalsIgnoreCase("b")) {
            return TransferDecoding.base64(raw, 0, raw.length);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(raw.length);
        for (int i = 0; i < raw.length; i++) {
            int high = raw[i] == '=' && i + 2 < raw.length ? TransferDecoding.hex(raw[i + 1]) : -1;
            int low = high >= 0 ? TransferDecoding.hex(raw[i + 2]) : -1;
            if (low >= 0) {
                out.write(high << 4 | low);
                i += 2;
            } else {
                out.write(raw[i] == '_' ? ' ' : raw[i]);
            }
        }
        return out.toByteArray();
    }

    /** Bytes of a declared character set, as RFC 2231 and RFC 2047 carry them. */
    String bytes(byte[] bytes, String charset) {
        MailCharset.Decoded decoded = MailCharset.decode(bytes, charset);
        if (decoded.guessed()) {
            notices.add(MailNotice.CHARSET_GUESSED);
        }
        return decoded.text();
    }

    private String eightBit(String raw) {
        byte[] bytes = raw.getBytes(StandardCharsets.ISO_8859_1);
        if (!MailCharset.hasHighBytes(bytes)) {
            return raw;
        }
        MailCharset.Decoded plain = MailCharset.decode(bytes, null);
        boolean utf8 = plain.text().length() < raw.length();
        if (utf8) {
            return plain.text();
        }
        notices.add(MailNotice.CHARSET_GUESSED);
        return MailCharset.looksHebrew1255(bytes) ? plain.text() : MailCharset.decode(bytes, bodyCharset).text();
    }
}
