// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.email;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A structured header such as Content-Type: a value and its parameters, read forgivingly (doubled semicolons, missing
 * quotes, blanks in unquoted names), with the continuations and character sets of RFC 2231.
 *
 * @param value      lower case, without parameters, may be empty
 * @param parameters raw values (one character per byte) by lower-case name as written, RFC 2231 marks included
 */
record HeaderParameters(String value, Map<String, String> parameters) {

    private static final int MAX_PARAMETERS = 200;
    private static final Pattern CONTINUED = Pattern.compile("\\*(\\d{1,3})(\\*?)");

    static HeaderParameters of(String raw) {
        String header = raw == null ? "" : raw;
        List<String> pieces = pieces(header);
        String value = pieces.isEmpty() ? "" : pieces.get(0).strip().toLowerCase(Locale.ROOT);
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String piece : pieces.subList(Math.min(1, pieces.size()), pieces.size())) {
            int equals = piece.indexOf('=');
            if (equals > 0 && parameters.size() < MAX_PARAMETERS) {
                parameters.putIfAbsent(piece.substring(0, equals).strip().toLowerCase(Locale.ROOT), unquoted(piece.substring(equals + 1).strip()));
            }
        }
        int comment = value.indexOf('(');
        return new HeaderParameters(comment > 0 ? value.substring(0, comment).strip() : value, parameters);
    }

    private static List<String> pieces(String header) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < header.length(); i++) {
            char c = header.charAt(i);
            if (c == '\\' && quoted && i + 1 < header.length()) {
                piece.append(c).append(header.charAt(++i));
            } else if (c == '"') {
                quoted = !quoted;
                piece.append(c);
            } else if (c == ';' && !quoted) {
                pieces.add(piece.toString());
                piece.setLength(0);
            } else {
                piece.append(c);
            }
        }
        pieces.add(piece.toString());
        return pieces;
    }

    private static String unquoted(String value) {
        if (!value.startsWith("\"")) {
            return value;
        }
        StringBuilder out = new StringBuilder();
        for (int i = 1; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"') {
                break;
            }
            // A backslash before anything but a quote or backslash is a Windows path, not an escape.
            if (c == '\\' && i + 1 < value.length() && (value.charAt(i + 1) == '"' || value.charAt(i + 1) == '\\')) {
                c = value.charAt(++i);
            }
            out.append(c);
        }
        return out.toString();
    }

    /** A parameter that only machines read (boundary, charset, type), raw. */
    Optional<String> raw(String name) {
        String plain = parameters.get(name);
        if (plain == null && parameters.keySet().stream().anyMatch(n -> n.startsWith(name + '*'))) {
            return text(name, new HeaderDecoding(null, new java.util.HashSet<>()));
        }
        return Optional.ofNullable(plain).filter(p -> !p.isBlank());
    }

    /** A parameter that people read (file names), decoded; the RFC 2231 form wins over the plain one. */
    Optional<String> text(String name, HeaderDecoding decoding) {
        String extended = parameters.get(name + '*');
        if (extended != null) {
            return Optional.of(extended(List.of(Map.entry(extended, true)), decoding));
        }
        Map<Integer, Map.Entry<String, Boolean>> segments = new TreeMap<>();
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            if (parameter.getKey().startsWith(name + '*')) {
                Matcher number = CONTINUED.matcher(parameter.getKey().substring(name.length()));
                if (number.matches()) {
                    segments.put(Integer.parseInt(number.group(1)), Map.entry(parameter.getValue(), !number.group(2).isEmpty()));
                }
            }
        }
        if (!segments.isEmpty()) {
            return Optional.of(extended(List.copyOf(segments.values()), decoding));
        }
        return Optional.ofNullable(parameters.get(name)).filter(v -> !v.isBlank()).map(decoding::text);
    }

    /** Joins the segments as bytes first: a character may be split between two of them. */
    private static String extended(List<Map.Entry<String, Boolean>> segments, HeaderDecoding decoding) {
        String charset = null;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        boolean first = true;
        boolean anyEncoded = false;
        for (Map.Entry<String, Boolean> segment : segments) {
            String value = segment.getKey();
            if (first && segment.getValue()) {
                String[] parts = value.split("'", 3);
                if (parts.length == 3) {
                    charset = parts[0];
                    value = parts[2];
                }
            }
            first = false;
            anyEncoded |= segment.getValue();
            bytes.writeBytes(segment.getValue() ? percentDecoded(value) : value.getBytes(StandardCharsets.ISO_8859_1));
        }
        if (!anyEncoded) {
            return decoding.text(new String(bytes.toByteArray(), StandardCharsets.ISO_8859_1));
        }
        return decoding.bytes(bytes.toByteArray(), charset);
    }

    private static byte[] percentDecoded(String value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            int high = c == '%' && i + 2 < value.length() ? TransferDecoding.hex(value.charAt(i + 1)) : -1;
            int low = high >= 0 ? TransferDecoding.hex(value.charAt(i + 2)) : -1;
            if (low >= 0) {
                out.write(high << 4 | low);
                i += 2;
            } else {
                out.write(c);
            }
        }
        return out.toByteArray();
    }

    HeaderParameters {
        parameters = new HashMap<>(parameters);
    }
}
