// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.portal;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What a provider sent, word for word.
 *
 * @param url as the provider called it, with its query
 * @param contentType may be null
 * @param headers by name; null for one that is not there
 */
record HookCall(String url, String contentType, UnaryOperator<String> headers, byte[] body) {
    /** What stands for octets that are no letter, and the same as somebody may write it himself. */
    private static final char REPLACED = '\uFFFD';
    private static final String REPLACED_WRITTEN = "%EF%BF%BD";

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.apply(name));
    }

    boolean form() {
        return contentType != null && contentType.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded");
    }

    /** @throws IllegalArgumentException when it is no text in UTF-8 */
    String text() {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
        } catch (CharacterCodingException otherEncoding) {
            throw new IllegalArgumentException(otherEncoding);
        }
    }

    /**
     * The fields of a form in their order, decoded.
     *
     * @throws IllegalArgumentException when it is none
     */
    List<Map.Entry<String, String>> fields() {
        List<Map.Entry<String, String>> fields = new ArrayList<>();
        for (String field : text().split("&")) {
            if (!field.isEmpty()) {
                int equals = field.indexOf('=');
                fields.add(Map.entry(decoded(equals < 0 ? field : field.substring(0, equals)), equals < 0 ? "" : decoded(field.substring(equals + 1))));
            }
        }
        return fields;
    }

    private static String decoded(String part) {
        String text = URLDecoder.decode(part, StandardCharsets.UTF_8);
        if (text.indexOf(REPLACED) >= 0 && !part.toUpperCase(Locale.ROOT).contains(REPLACED_WRITTEN) && part.indexOf(REPLACED) < 0) {
            throw new IllegalArgumentException("not in UTF-8");
        }
        return text;
    }
}
