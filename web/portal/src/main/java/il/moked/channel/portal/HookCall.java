// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.portal;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
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
    Optional<String> header(String name) {
        return Optional.ofNullable(headers.apply(name));
    }

    boolean form() {
        return contentType != null && contentType.toLowerCase(java.util.Locale.ROOT).startsWith("application/x-www-form-urlencoded");
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
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
        return URLDecoder.decode(part, StandardCharsets.UTF_8);
    }
}
