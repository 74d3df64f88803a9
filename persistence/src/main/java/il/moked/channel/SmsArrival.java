// SPDX-License-Identifier: Apache-2.0
package il.moked.channel;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * What an SMS provider handed in, the same for every provider, as it is kept in the inbox: one JSON object with
 * {@code kind} {@code message} or {@code report}, the fields below by their names, and what the provider sent word for
 * word under {@code source}.
 */
public sealed interface SmsArrival {
    /** As the provider sent it: a request's body, or octets in hexadecimal. */
    String source();

    /** Its form in the inbox. */
    byte[] bytes();

    /**
     * Somebody wrote to us.
     *
     * @param id the provider's, or one made of the content where the provider gives none
     * @param from as the provider wrote it @param to our number as the provider wrote it, or empty
     * @param missing parts of a long message that never came
     * @param at when the provider says it was sent, else when it came
     */
    record Message(String id, String from, String to, String text, int missing, Instant at, String source) implements SmsArrival {
        /** Under which it is kept; apart from those of reports. */
        public String externalId() {
            return "mo:" + id;
        }

        @Override
        public byte[] bytes() {
            return SmsArrival.bytes(Json.createObjectBuilder().add("kind", "message").add("id", id).add("from", from).add("to", to).add("text", text).add("missing", missing).add("at", at.toString()).add("source", source));
        }
    }

    /**
     * The provider tells how far a message of ours got.
     *
     * @param id as the provider wrote it when it took the message over @param stat in the provider's words
     * @param why reason or error code, or empty @param to whom the message was for, or empty
     */
    record Report(String id, String stat, String why, String to, Instant at, String source) implements SmsArrival {
        /** The same report twice is one; the next about the same message is another. */
        public String externalId() {
            return "dlr:" + id + ':' + stat;
        }

        @Override
        public byte[] bytes() {
            return SmsArrival.bytes(Json.createObjectBuilder().add("kind", "report").add("id", id).add("stat", stat).add("why", why).add("to", to).add("at", at.toString()).add("source", source));
        }
    }

    /** @throws jakarta.json.JsonException or another runtime exception when it is not of this form */
    static SmsArrival read(byte[] kept) {
        try (JsonReader reader = Json.createReader(new StringReader(new String(kept, StandardCharsets.UTF_8)))) {
            JsonObject json = reader.readObject();
            Instant at = Instant.parse(json.getString("at"));
            String source = json.getString("source");
            return switch (json.getString("kind")) {
                case "message" -> new Message(json.getString("id"), json.getString("from"), json.getString("to"), json.getString("text"), json.getInt("missing"), at, source);
                case "report" -> new Report(json.getString("id"), json.getString("stat"), json.getString("why"), json.getString("to"), at, source);
                default -> throw new IllegalArgumentException("kind " + json.getString("kind"));
            };
        }
    }

    private static byte[] bytes(JsonObjectBuilder json) {
        return json.build().toString().getBytes(StandardCharsets.UTF_8);
    }
}
