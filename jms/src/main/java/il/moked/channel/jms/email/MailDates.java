// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.email;

import jakarta.mail.internet.MailDateFormat;
import java.text.ParseException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Optional;

/** The Date header, as far as it is a date at all. */
final class MailDates {

    private static final Instant EARLIEST = Instant.parse("1980-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private MailDates() {
    }

    static Optional<Instant> of(String value) {
        String plain = value.length() > 100 ? value.substring(0, 100) : value;
        return rfc5322(plain).or(() -> iso(plain)).filter(i -> i.isAfter(EARLIEST) && i.isBefore(LATEST));
    }

    private static Optional<Instant> rfc5322(String value) {
        try {
            return Optional.of(new MailDateFormat().parse(value).toInstant());
        } catch (ParseException | RuntimeException other) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> iso(String value) {
        try {
            String plain = value.strip().replace(' ', 'T');
            return Optional.of(plain.contains("[") ? ZonedDateTime.parse(plain).toInstant() : OffsetDateTime.parse(plain).toInstant());
        } catch (DateTimeException other) {
            return Optional.empty();
        }
    }
}
