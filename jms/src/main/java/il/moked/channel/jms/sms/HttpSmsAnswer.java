// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.sms;

import il.moked.channel.Outages.Cause;
import il.moked.channel.jms.Dispatch;
import jakarta.json.Json;
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
import java.util.regex.PatternSyntaxException;

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
            case 429, 503 -> new Dispatch.Away(Cause.BUSY, why());
            // our configuration is wrong, not the message
            case 401, 407 -> new Dispatch.Away(Cause.LOGIN, why());
            case 403, 404, 405 -> new Dispatch.NotSent(why());
            case 408, 425 -> new Dispatch.NotSent(why());
            default -> {
                if (status >= 500) {
                    yield repeatable ? new Dispatch.Away(Cause.UNREACHABLE, why()) : new Dispatch.Unknown(why());
                }
                yield status / 100 == 4 ? new Dispatch.Refused(why()) : new Dispatch.NotSent(why());
            }
        };
    }

    private Dispatch accepted(Map<String, String> settings) {
        String examined = body.substring(0, Math.min(body.length(), LONGEST_EXAMINED));
        Optional<Pattern> success = setting(settings, "accepted").flatMap(HttpSmsAnswer::pattern);
        if (success.isPresent() && !success.get().matcher(examined).find()) {
            return new Dispatch.Refused(why());
        }
        return new Dispatch.Accepted(setting(settings, "answerId").flatMap(where -> id(where, examined)).map(List::of).orElse(List.of()));
    }

    /** @param where a JSON pointer, or an expression whose first group is the id */
    private static Optional<String> id(String where, String text) {
        if (!where.startsWith("/")) {
            return pattern(where).map(expression -> expression.matcher(text)).filter(Matcher::find).map(found -> found.groupCount() > 0 ? found.group(1) : found.group());
        }
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            JsonStructure json = reader.read();
            JsonValue value = Json.createPointer(where).getValue(json);
            return Optional.of(value instanceof JsonString string ? string.getString() : value.toString()).filter(id -> !id.isBlank() && !id.equals("null"));
        } catch (RuntimeException notThere) {
            return Optional.empty();
        }
    }

    /** The provider has the message already when this is asked: an expression that is none must not make a refusal of it. */
    private static Optional<Pattern> pattern(String expression) {
        try {
            return Optional.of(Pattern.compile(expression));
        } catch (PatternSyntaxException none) {
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
