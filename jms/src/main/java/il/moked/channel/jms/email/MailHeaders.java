// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.email;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The header fields of a mail or part, raw and unfolded, one character per byte as sent (see {@link HeaderDecoding}).
 *
 * @param fields    in order
 * @param bodyStart where the body begins in the raw mail
 */
record MailHeaders(List<Field> fields, int bodyStart) {

    /** More fields than any honest mail has; the rest is ignored. */
    static final int MAX_FIELDS = 2_000;
    /** Longest value kept, in bytes. */
    static final int MAX_VALUE = 65_536;

    private static final String UTF8_MARK = "\u00EF\u00BB\u00BF";
    private static final Pattern NAME = Pattern.compile("[!-9;-~]{1,100}[ \t]*:.*", Pattern.DOTALL);
    private static final Pattern KNOWN = Pattern.compile(
            "(?i)(?:x-[!-9;-~]{1,80}|content-[a-z-]{1,40}|list-[a-z-]{1,40}|resent-[a-z-]{1,40}|arc-[a-z-]{1,40}|received|received-spf|return-path|delivered-to"
            + "|authentication-results|dkim-signature|domainkey-signature|from|sender|reply-to|to|cc|bcc|subject|date|message-id"
            + "|in-reply-to|references|mime-version|organization|user-agent|importance|priority|precedence|auto-submitted"
            + "|thread-topic|thread-index|errors-to|envelope-to|mailing-list|status|lines|comments|keywords|disposition-notification-to)[ \t]*:.*",
            Pattern.DOTALL);

    record Field(String name, String value) {
    }

    /** The first value of that name, trimmed. */
    Optional<String> first(String name) {
        return fields.stream().filter(f -> f.name().equals(name)).map(Field::value).findFirst();
    }

    List<String> all(String name) {
        return fields.stream().filter(f -> f.name().equals(name)).map(Field::value).toList();
    }

    boolean has(String name) {
        return fields.stream().anyMatch(f -> f.name().equals(name));
    }

    /** Whether the bytes at {@code from} begin like the header of a mail or part. */
    static boolean beginAt(byte[] raw, int from, int to) {
        return from < to && KNOWN.matcher(line(raw, from, Math.min(lineEnd(raw, from, to), from + 200))).matches();
    }

    /** Reads the header that starts at {@code from}; stops at the empty line, or where header fields obviously end. */
    static MailHeaders read(byte[] raw, int from, int to, Set<MailNotice> notices) {
        List<Field> fields = new ArrayList<>();
        String name = null;
        StringBuilder value = new StringBuilder();
        int at = from == 0 ? afterBlankLines(raw, to) : from;
        while (at < to) {
            int end = lineEnd(raw, at, to);
            int next = end < to ? end + 1 : to;
            String line = line(raw, at, Math.min(end, at + MAX_VALUE));
            if (name == null && line.startsWith(UTF8_MARK)) {
                line = line.substring(UTF8_MARK.length());
            }
            boolean envelope = name == null && fields.isEmpty() && (line.startsWith("From ") || line.startsWith(">From "));
            if (envelope) {
                at = next;
                continue;
            }
            if (line.isEmpty()) {
                at = next;
                break;
            }
            if (line.isBlank() && !continuesAt(raw, next, to)) {
                at = next;
                break;
            }
            boolean folded = line.charAt(0) == ' ' || line.charAt(0) == '\t';
            if (folded && name != null) {
                append(value, line);
            } else if (!folded && NAME.matcher(line).matches()) {
                add(fields, name, value);
                int colon = line.indexOf(':');
                name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
                value = new StringBuilder(line.substring(colon + 1));
            } else {
                notices.add(MailNotice.BROKEN_STRUCTURE);
                if (name == null || !beginAt(raw, next, to)) {
                    break; // the empty line is missing: this is the first line of the body
                }
                append(value, ' ' + line); // a folded line that lost its indent
            }
            at = next;
        }
        add(fields, name, value);
        if (fields.size() >= MAX_FIELDS) {
            notices.add(MailNotice.TRUNCATED);
        }
        return new MailHeaders(List.copyOf(fields), Math.min(at, to));
    }

    /** Some programs put empty lines before the header of a mail; those of a part mean that it has no header. */
    private static int afterBlankLines(byte[] raw, int to) {
        int at = 0;
        while (at < to && (raw[at] == '\r' || raw[at] == '\n' || raw[at] == ' ' || raw[at] == '\t')) {
            at++;
        }
        boolean lineStart = at > 0 && raw[at - 1] == '\n';
        return lineStart && beginAt(raw, at, to) ? at : 0;
    }

    private static boolean continuesAt(byte[] raw, int at, int to) {
        return at < to && (raw[at] == ' ' || raw[at] == '\t' || beginAt(raw, at, to));
    }

    private static void append(StringBuilder value, String line) {
        if (value.length() + line.length() <= MAX_VALUE) {
            value.append(line);
        }
    }

    private static void add(List<Field> fields, String name, StringBuilder value) {
        if (name != null && fields.size() < MAX_FIELDS) {
            fields.add(new Field(name, value.toString().strip()));
        }
    }

    /** Index of the line feed that ends the line at {@code at}, or {@code to}. */
    static int lineEnd(byte[] raw, int at, int to) {
        int i = at;
        while (i < to && raw[i] != '\n') {
            i++;
        }
        return i;
    }

    /** The line without its carriage returns. */
    private static String line(byte[] raw, int from, int to) {
        int end = to;
        while (end > from && raw[end - 1] == '\r') {
            end--;
        }
        return new String(raw, from, end - from, StandardCharsets.ISO_8859_1);
    }
}
