// SPDX-License-Identifier: Apache-2.0
package il.moked.customer.ejb;

import il.moked.access.Role;
import il.moked.access.ejb.CurrentUser;
import il.moked.channel.Channel;
import il.moked.customer.Consent;
import il.moked.customer.ConsentPolicy;
import il.moked.customer.Consents;
import il.moked.customer.Customer;
import il.moked.customer.Customers;
import il.moked.shared.DayText;
import il.moked.shared.Page;
import il.moked.shared.WrongFieldsException;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** A customer allows or forbids to be addressed on a channel for a purpose. Nothing that he once said is taken away: it is the proof. */
@Stateless
@RolesAllowed({Role.AGENT, Role.SUPERVISOR, Role.INTEGRATION})
public class Consenting {
    private static final int MOST_A_PAGE = 50;

    @Inject
    Customers customers;
    @Inject
    Consents consents;
    @Inject
    Outsourcing outsourcing;
    @Inject
    CurrentUser currentUser;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;
    @Inject
    @ConfigProperty(name = "moked.time-zone", defaultValue = "Asia/Jerusalem")
    String zone;

    /** As written; null is refused where nothing else is said. @param given true: he allows it, false: he forbids it @param saidAt a moment (ISO 8601 with offset) or a day; blank: now */
    public record NewConsent(Channel channel, Consent.Purpose purpose, Boolean given, Consent.Manner manner, String wording, String saidAt) {
    }

    /** One thing he said. */
    public record ConsentLine(long id, Channel channel, Consent.Purpose purpose, boolean given, Consent.Manner manner, String wording, Instant saidAt, String recordedBy, Instant recordedAt) {
        static ConsentLine of(Consent consent) {
            return new ConsentLine(consent.id(), consent.channel(), consent.purpose(), consent.given(), consent.manner(), consent.wording(), consent.saidAt(), consent.recordedBy(), consent.recordedAt());
        }
    }

    /** @throws WrongFieldsException naming every field that is wrong or missing */
    public ConsentLine record(long customerId, NewConsent written) {
        Customer customer = customers.get(customerId);
        outsourcing.check(customer.id());
        WrongFieldsException.Reading reading = new WrongFieldsException.Reading();
        Instant saidAt = reading.read("saidAt", written.saidAt(), "customer.day", this::moment);
        reading.done();
        Consent consent = new Consent(customer.id(), written.channel(), written.purpose(), written.given(), written.manner(), written.wording(), saidAt, currentUser.name(), clock.instant());
        consents.add(consent);
        events.tell(new CustomerChanged(customer.id(), consent.given() ? "customer.consent-given" : "customer.consent-withdrawn", consent.purpose() + " " + consent.channel()));
        return ConsentLine.of(consent);
    }

    /** A day is its end, or now on the present day. */
    private Optional<Instant> moment(String written) {
        Optional<LocalDate> day = DayText.read(written);
        if (day.isPresent()) {
            Instant now = clock.instant();
            return day.map(one -> one.equals(LocalDate.ofInstant(now, ZoneId.of(zone))) ? now : one.plusDays(1).atStartOfDay(ZoneId.of(zone)).toInstant().minusSeconds(1));
        }
        try {
            return Optional.of(OffsetDateTime.parse(written).toInstant());
        } catch (DateTimeParseException other) {
            return Optional.empty();
        }
    }

    /** Everything he said, newest first. @param after null for the first page */
    public Page<ConsentLine> history(long customerId, Consents.Cursor after, int size) {
        Customer customer = customers.get(customerId);
        outsourcing.check(customer.id());
        events.tell(new CustomerRead(customer.id(), "customer.consulted", "consents"));
        Page<Consent> page = consents.history(customer.id(), after, Math.max(1, Math.min(size, MOST_A_PAGE)));
        return new Page<>(page.rows().stream().map(ConsentLine::of).toList(), page.more());
    }

    /** Whether he may be addressed there now, and why. */
    public ConsentPolicy.Verdict verdict(long customerId, Channel channel, Consent.Purpose purpose) {
        Customer customer = customers.get(customerId);
        outsourcing.check(customer.id());
        return consents.verdict(customer.id(), channel, purpose, clock.instant());
    }
}
