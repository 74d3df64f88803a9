// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.social;

import il.moked.shared.OneJson;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** JSON as providers send it: parts are missing, ids are numbers here and texts there. Nothing of it makes reading fail. */
public final class Wire {
    private Wire() {
    }

    /** A body that is no JSON, or more than one. */
    public static final class Malformed extends Exception {
        private static final long serialVersionUID = 1;

        Malformed(Throwable cause) {
            super(cause);
        }
    }

    /** The one JSON value that the body is, to its last byte. */
    static JsonValue parse(byte[] body) throws Malformed {
        try (JsonParser parser = OneJson.PROVIDER.createParser(new StringReader(utf8(body)))) {
            parser.next();
            JsonValue value = parser.getValue();
            // the parser complains about whatever follows
            parser.hasNext();
            return value;
        } catch (CharacterCodingException | RuntimeException unreadable) {
            throw new Malformed(unreadable);
        }
    }

    private static String utf8(byte[] body) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    }

    public static JsonObject object(JsonValue value) {
        return value instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT;
    }

    /** The object at the end of the names; empty when any part of the way is missing. */
    public static JsonObject object(JsonValue value, String... names) {
        JsonObject at = object(value);
        for (String name : names) {
            at = object(at.get(name));
        }
        return at;
    }

    public static List<JsonObject> objects(JsonObject of, String name) {
        return of.get(name) instanceof JsonArray array ? array.stream().filter(JsonObject.class::isInstance).map(JsonObject.class::cast).toList() : List.of();
    }

    /** Everything in an array, whatever it is; a lone value counts as an array of one. */
    static Stream<JsonValue> values(JsonObject of, String name) {
        JsonValue value = of.get(name);
        return value instanceof JsonArray array ? array.stream() : Stream.ofNullable(value);
    }

    /** A text or number as text; empty when it is missing, blank or something else. */
    public static Optional<String> text(JsonObject of, String name) {
        JsonValue value = of.get(name);
        if (value instanceof JsonString string) {
            return Optional.of(string.getString()).filter(text -> !text.isBlank());
        }
        return value instanceof JsonNumber number ? Optional.of(number.toString()) : Optional.empty();
    }

    public static boolean isTrue(JsonObject of, String name) {
        return of.get(name) == JsonValue.TRUE;
    }

    /** A moment given in seconds, or in milliseconds where that makes it a moment of our time. */
    public static Optional<Instant> moment(JsonObject of, String name) {
        try {
            return text(of, name).map(Long::valueOf).map(number -> number > 100_000_000_000L ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number));
        } catch (NumberFormatException | DateTimeException notAMoment) {
            return Optional.empty();
        }
    }

    static String hash(String of) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(of.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
