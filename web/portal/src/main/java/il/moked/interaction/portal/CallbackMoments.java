// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.portal;

import il.moked.routing.ejb.CallbackAsking.Times;
import il.moked.shared.BusinessException;
import il.moked.shared.OneJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;

/** Moments at which a customer may be called, for a list to pick from. The value is an instant: no night on which clocks change makes it another. */
@ApplicationScoped
public class CallbackMoments {
    /** With the offset only where an hour comes twice it would be needed; the weekday tells more. */
    private static final String PATTERN = "EEEE dd.MM HH:mm";

    /** A moment and how it is read. */
    public record Moment(String value, String text) {
        public String getValue() {
            return value;
        }

        public String getText() {
            return text;
        }
    }

    public List<Moment> shown(Times times, Locale locale) {
        return times.moments().stream().map(at -> new Moment(at.toString(), text(at, times.zone(), locale))).toList();
    }

    public String text(Instant at, ZoneId zone, Locale locale) {
        return DateTimeFormatter.ofPattern(PATTERN, locale).format(at.atZone(zone));
    }

    JsonObject json(Times times, Locale locale) {
        JsonArrayBuilder all = OneJson.PROVIDER.createArrayBuilder();
        shown(times, locale).forEach(moment -> all.add(OneJson.PROVIDER.createObjectBuilder().add("at", moment.value()).add("text", moment.text())));
        return OneJson.PROVIDER.createObjectBuilder().add("times", all).build();
    }

    /** @return null for as soon as it is his turn @throws BusinessException {@code routing.callback-time} */
    public static Instant read(String value) {
        try {
            return value == null || value.isBlank() ? null : Instant.parse(value);
        } catch (DateTimeParseException unclear) {
            throw new BusinessException("routing.callback-time");
        }
    }
}
