// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.email;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Splits a mail into its parts, by position, without copying. Written for broken mail: it always gives a tree, and no
 * byte between the parts' boundaries is lost.
 *
 * <p>Why not {@code MimeMultipart}: it throws the content away with the exception when a boundary is missing, and its
 * forgiving switches are system properties of the whole server, which an application may not set.
 *
 * <p>Cost: every level of nesting scans its range once, so at most {@link #MAX_DEPTH} times the size of the mail.
 */
final class MimeTree {

    /** Deeper parts are kept as files. */
    static final int MAX_DEPTH = 16;
    /** Further parts are left out and noted; the raw mail has them. */
    static final int MAX_PARTS = 500;

    private static final Pattern TYPE = Pattern.compile("[a-z0-9!#$&^_.+-]{1,80}/[a-z0-9!#$&^_.+-]{1,120}");

    private final byte[] raw;
    private final Set<MailNotice> notices;
    private int parts;

    private MimeTree(byte[] raw, Set<MailNotice> notices) {
        this.raw = raw;
        this.notices = notices;
    }

    static MimePart of(byte[] raw, Set<MailNotice> notices) {
        return new MimeTree(raw, notices).part(0, raw.length, 0, "text/plain");
    }

    private MimePart part(int from, int to, int depth, String defaultType) {
        parts++;
        MailHeaders headers = MailHeaders.read(raw, from, to, notices);
        HeaderParameters type = typeOf(headers, defaultType);
        HeaderParameters disposition = HeaderParameters.of(headers.first("content-disposition").orElse(""));
        int body = headers.bodyStart();
        List<MimePart> children = List.of();
        if (type.value().startsWith("multipart/")) {
            if (depth >= MAX_DEPTH) {
                notices.add(MailNotice.TRUNCATED);
                type = new HeaderParameters("application/octet-stream", type.parameters());
            } else {
                children = split(body, to, depth, type);
                if (children.isEmpty()) {
                    // No part inside: what is there is shown as text rather than lost.
                    notices.add(MailNotice.BROKEN_STRUCTURE);
                    type = new HeaderParameters("text/plain", Map.of());
                }
            }
        }
        return new MimePart(headers, type, disposition, body, to, children);
    }

    private static HeaderParameters typeOf(MailHeaders headers, String defaultType) {
        // With several Content-Type fields the first that names a type counts.
        HeaderParameters first = null;
        for (String value : headers.all("content-type")) {
            HeaderParameters type = HeaderParameters.of(value);
            if (TYPE.matcher(type.value()).matches()) {
                return type;
            }
            first = first == null ? type : first;
        }
        if (first == null) {
            return new HeaderParameters(defaultType, Map.of());
        }
        boolean text = first.value().isEmpty() || first.value().startsWith("text");
        return new HeaderParameters(text ? "text/plain" : "application/octet-stream", first.parameters());
    }

    private List<MimePart> split(int from, int to, int depth, HeaderParameters type) {
        Optional<String> declared = type.raw("boundary").map(String::stripTrailing);
        List<int[]> ranges = declared.map(b -> ranges(from, to, b.getBytes(StandardCharsets.ISO_8859_1))).orElse(List.of());
        if (ranges.isEmpty()) {
            Optional<byte[]> guessed = guessBoundary(from, to);
            notices.add(MailNotice.BROKEN_STRUCTURE);
            ranges = guessed.map(b -> ranges(from, to, b)).orElse(List.of());
        }
        String childType = type.value().equals("multipart/digest") ? "message/rfc822" : "text/plain";
        List<MimePart> children = new ArrayList<>();
        for (int i = 0; i < ranges.size(); i++) {
            int end = ranges.get(i)[1];
            if (parts >= MAX_PARTS) {
                notices.add(MailNotice.TRUNCATED);
                break;
            }
            children.add(part(ranges.get(i)[0], end, depth + 1, childType));
        }
        return children;
    }

    /** The stretches between delimiter lines; the line end before a delimiter belongs to the delimiter. */
    private List<int[]> ranges(int from, int to, byte[] boundary) {
        List<int[]> ranges = new ArrayList<>();
        int start = -1;
        boolean closed = false;
        int at = from;
        while (at < to) {
            int end = MailHeaders.lineEnd(raw, at, to);
            int next = end < to ? end + 1 : to;
            int kind = delimiter(at, end, boundary);
            if (kind != 0) {
                if (start >= 0) {
                    ranges.add(new int[] {start, beforeLineEnd(start, at)});
                }
                if (closed) {
                    notices.add(MailNotice.BROKEN_STRUCTURE); // parts after the closing delimiter: read on, lose nothing
                }
                closed = kind == 2;
                start = closed ? -1 : next;
            }
            at = next;
        }
        if (start >= 0) {
            notices.add(MailNotice.BROKEN_STRUCTURE);
            ranges.add(new int[] {start, to});
        }
        return ranges;
    }

    /** 0: no delimiter, 1: delimiter, 2: closing delimiter. */
    private int delimiter(int at, int end, byte[] boundary) {
        int after = at + 2 + boundary.length;
        if (boundary.length == 0 || after > end || raw[at] != '-' || raw[at + 1] != '-') {
            return 0;
        }
        for (int i = 0; i < boundary.length; i++) {
            if (raw[at + 2 + i] != boundary[i]) {
                return 0;
            }
        }
        boolean closing = after + 1 < end && raw[after] == '-' && raw[after + 1] == '-';
        for (int i = closing ? after + 2 : after; i < end; i++) {
            if (raw[i] != ' ' && raw[i] != '\t' && raw[i] != '\r') {
                return 0;
            }
        }
        return closing ? 2 : 1;
    }

    private int beforeLineEnd(int start, int at) {
        int end = at;
        if (end > start && raw[end - 1] == '\n') {
            end--;
        }
        while (end > start && raw[end - 1] == '\r') {
            end--;
        }
        return end;
    }

    /** A line of two dashes and more that is followed by a part's header. */
    private Optional<byte[]> guessBoundary(int from, int to) {
        int at = from;
        while (at < to) {
            int end = MailHeaders.lineEnd(raw, at, to);
            int last = end;
            while (last > at && (raw[last - 1] == '\r' || raw[last - 1] == ' ')) {
                last--;
            }
            if (last - at > 4 && last - at < 300 && raw[at] == '-' && raw[at + 1] == '-' && contentHeaderAt(end + 1, to)) {
                byte[] boundary = new byte[last - at - 2];
                System.arraycopy(raw, at + 2, boundary, 0, boundary.length);
                return Optional.of(boundary);
            }
            at = end + 1;
        }
        return Optional.empty();
    }

    private boolean contentHeaderAt(int at, int to) {
        return at + 8 < to && new String(raw, at, 8, StandardCharsets.ISO_8859_1).equalsIgnoreCase("content-");
    }
}
