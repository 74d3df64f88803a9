// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.portal;

import il.moked.channel.SmsArrival;
import il.moked.channel.ejb.AccountLinks.Link;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds the fields of a message or report in a provider's call, form or JSON, by the names in the account's settings:
 * {@code inbound.id}, {@code .from}, {@code .to}, {@code .text}, {@code .time} and {@code status.id}, {@code .stat},
 * {@code .why}, {@code .to}, {@code .time}. In JSON a name that begins with a slash is a pointer. Default names are
 * {@code id from to text time status error}, and Twilio's for an account whose proof is Twilio's.
 */
final class SmsFields {
    private static final int LONGEST_ID = 200;
    private static final int LONGEST_ADDRESS = 60;
    private static final int LONGEST_WORD = 40;
    private static final int LONGEST_WHY = 300;
    private static final long MILLIS_SINCE = 100_000_000_000L;
    private static final Map<String, String> NAMES = Map.of("inbound.id", "id", "inbound.from", "from", "inbound.to", "to", "inbound.text", "text", "inbound.time", "time", "status.id", "id", "status.stat", "status", "status.why", "error", "status.to", "to",
            "status.time", "time");
    private static final Map<String, String> TWILIO = Map.of("inbound.id", "MessageSid", "inbound.from", "From", "inbound.to", "To", "inbound.text", "Body", "status.id", "MessageSid", "status.stat", "MessageStatus", "status.why", "ErrorCode", "status.to", "To");

    private final Link account;
    private final Function<String, Optional<String>> fields;
    private final String source;

    /** @throws IllegalArgumentException when it is neither a form nor JSON */
    SmsFields(Link account, HookCall call) {
        this.account = account;
        this.source = call.text();
        this.fields = call.form() ? form(call) : json(call);
    }

    private static Function<String, Optional<String>> form(HookCall call) {
        var all = call.fields();
        return name -> all.stream().filter(field -> field.getKey().equals(name)).map(Map.Entry::getValue).findFirst();
    }

    private static Function<String, Optional<String>> json(HookCall call) {
        try (JsonReader reader = Json.createReader(new StringReader(call.text()))) {
            JsonStructure json = reader.read();
            return name -> value(json, name.startsWith("/") ? name : '/' + name.replace("~", "~0").replace("/", "~1"));
        } catch (RuntimeException none) {
            // the parser has its own for what is nested too deep
            throw new IllegalArgumentException(none);
        }
    }

    private static Optional<String> value(JsonStructure json, String pointer) {
        try {
            JsonValue value = Json.createPointer(pointer).getValue(json);
            return value == JsonValue.NULL ? Optional.empty() : Optional.of(value instanceof JsonString text ? text.getString() : value.toString());
        } catch (JsonException notThere) {
            return Optional.empty();
        }
    }

    /** @throws IllegalArgumentException when id, sender or text is missing */
    SmsArrival.Message message(Instant now) {
        return new SmsArrival.Message(wanted("inbound.id", LONGEST_ID), wanted("inbound.from", LONGEST_ADDRESS), found("inbound.to").map(to -> cut(to, LONGEST_ADDRESS)).orElse(""),
                found("inbound.text").orElseThrow(() -> new IllegalArgumentException("inbound.text")), 0, time("inbound.time", now), source);
    }

    /** @throws IllegalArgumentException when id or state is missing */
    SmsArrival.Report report(Instant now) {
        return new SmsArrival.Report(wanted("status.id", LONGEST_ID), wanted("status.stat", LONGEST_WORD), found("status.why").map(why -> cut(why, LONGEST_WHY)).orElse(""), found("status.to").map(to -> cut(to, LONGEST_ADDRESS)).orElse(""), time("status.time", now), source);
    }

    private Optional<String> found(String field) {
        boolean twilio = account.setting("inbound.proof").filter("twilio"::equals).isPresent();
        return fields.apply(account.setting(field).orElse((twilio ? TWILIO : NAMES).getOrDefault(field, NAMES.get(field))));
    }

    private String wanted(String field, int longest) {
        return found(field).map(String::strip).filter(value -> !value.isEmpty() && value.length() <= longest).orElseThrow(() -> new IllegalArgumentException(field));
    }

    private static String cut(String value, int longest) {
        return value.substring(0, Math.min(value.length(), longest));
    }

    /** ISO 8601, or seconds or milliseconds since 1970; whatever else is not believed. */
    private Instant time(String field, Instant otherwise) {
        return found(field).map(String::strip).flatMap(SmsFields::parsed).filter(at -> !at.isAfter(otherwise)).orElse(otherwise);
    }

    private static Optional<Instant> parsed(String written) {
        try {
            if (written.matches("\\d{9,13}")) {
                long number = Long.parseLong(written);
                return Optional.of(number < MILLIS_SINCE ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number));
            }
            return Optional.of(OffsetDateTime.parse(written).toInstant());
        } catch (DateTimeException otherwise) {
            return Optional.empty();
        }
    }
}
