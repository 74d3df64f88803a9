// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.sms;

import il.moked.channel.jms.Dispatch;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a provider's answer means, by its status and the account's settings. */
record HttpSmsAnswer(int status, String body) {
    private static final int SHOWN = 200;
    private static final int LONGEST_EXAMINED = 20_000;

    Dispatch dispatch(Map<String, String> settings) {
        boolean repeatable = "true".equals(settings.get("repeatable"));
        if (status / 100 == 2) {
            return accepted(settings);
        }
        return switch (status) {
            case 429, 503 -> new Dispatch.Away(why());
            // our configuration is wrong, not the message
            case 401, 403, 404, 405, 407 -> new Dispatch.NotSent(why());
            case 408, 425 -> new Dispatch.NotSent(why());
            default -> {
                if (status >= 500) {
                    yield repeatable ? new Dispatch.Away(why()) : new Dispatch.Unknown(why());
                }
                yield status / 100 == 4 ? new Dispatch.Refused(why()) : new Dispatch.NotSent(why());
            }
        };
    }

    private Dispatch accepted(Map<String, String> settings) {
        String examined = body.substring(0, Math.min(body.length(), LONGEST_EXAMINED));
        Optional<Pattern> success = setting(settings, "accepted").map(Pattern::compile);
        if (success.isPresent() && !success.get().matcher(examined).find()) {
            return new Dispatch.Refused(why());
        }
        return new Dispatch.Accepted(setting(settings, "answerId").flatMap(where -> id(where, examined)).map(List::of).orElse(List.of()));
    }

    /** @param where a JSON pointer, or an expression whose first group is the id */
    private static Optional<String> id(String where, String text) {
        if (!where.startsWith("/")) {
            Matcher matcher = Pattern.compile(where).matcher(text);
            return matcher.find() ? Optional.ofNullable(matcher.groupCount() > 0 ? matcher.group(1) : matcher.group()) : Optional.empty();
        }
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            JsonStructure json = reader.read();
            JsonValue value = Json.createPointer(where).getValue(json);
            return Optional.of(value instanceof JsonString string ? string.getString() : value.toString()).filter(id -> !id.isBlank() && !id.equals("null"));
        } catch (JsonException | ClassCastException notThere) {
            return Optional.empty();
        }
    }

    private static Optional<String> setting(Map<String, String> settings, String name) {
        return Optional.ofNullable(settings.get(name)).filter(value -> !value.isBlank());
    }

    private String why() {
        String words = body.strip().replaceAll("\\s+", " ");
        return "HTTP " + status + (words.isEmpty() ? "" : ": " + words.substring(0, Math.min(words.length(), SHOWN)));
    }
}
