// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.telephony.asterisk;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * An event or a response: fields by name, whatever the case; of a name that comes twice the first counts.
 *
 * @param fields sorted without regard to case
 */
record AmiBlock(Map<String, String> fields) {
    private static final int NANOS_A_MICRO = 1_000;

    /** What is not there, blank, or unknown to the exchange is empty. */
    Optional<String> get(String name) {
        return Optional.ofNullable(fields.get(name)).map(String::strip).filter(value -> !value.isEmpty() && !value.equals("<unknown>"));
    }

    String text(String name) {
        return get(name).orElse("");
    }

    boolean says(String name, String value) {
        return value.equalsIgnoreCase(text(name));
    }

    boolean response() {
        return fields.containsKey("Response") && !fields.containsKey("Event");
    }

    String event() {
        return text("Event");
    }

    boolean good() {
        return says("Response", "Success");
    }

    /** When the exchange says it happened; it does with {@code timestampevents}. */
    Optional<Instant> at() {
        return get("Timestamp").map(written -> {
            try {
                int dot = written.indexOf('.');
                long micros = dot < 0 ? 0 : Long.parseLong((written.substring(dot + 1) + "000000").substring(0, 6));
                return Instant.ofEpochSecond(Long.parseLong(dot < 0 ? written : written.substring(0, dot)), micros * NANOS_A_MICRO);
            } catch (NumberFormatException | DateTimeException otherwise) {
                return null;
            }
        });
    }
}
