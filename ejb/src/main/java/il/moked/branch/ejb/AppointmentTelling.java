// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.ejb;

import il.moked.branch.Appointment;
import il.moked.branch.AppointmentEvent.Kind;
import il.moked.branch.Appointments;
import il.moked.branch.Branch;
import il.moked.branch.BranchHours;
import il.moked.channel.Channel;
import il.moked.customer.ContactPoint;
import il.moked.customer.Customer;
import il.moked.customer.Identification;
import il.moked.interaction.Interaction;
import il.moked.interaction.Interactions;
import il.moked.interaction.ejb.Acknowledging;
import il.moked.interaction.ejb.CustomerTexts;
import il.moked.routing.ejb.ClosedNotice;
import il.moked.routing.ejb.ClosedNotice.Way;
import il.moked.shared.PhoneNumber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tells a customer of his appointment, by text message, else by mail, each thing once. What is told is kept in one conversation
 * for each appointment, which is closed at once: nobody waits in it, so it takes no place in a line. When he answers, it opens
 * again and is served as any other.
 */
@ApplicationScoped
class AppointmentTelling {
    private static final String CLOSED = "APPOINTMENT";
    private static final int LONGEST_NAME = 80;

    @Inject
    BranchHours hours;
    @Inject
    Appointments appointments;
    @Inject
    ClosedNotice notice;
    @Inject
    Interactions interactions;
    @Inject
    Acknowledging acknowledging;
    @Inject
    CustomerTexts texts;
    @Inject
    AppointmentTerms terms;
    @Inject
    AppointmentLedger ledger;
    @Inject
    Clock clock;

    void booked(Appointment of) {
        tell(of, "BOOKED", "appointment-booked");
    }

    void moved(Appointment of) {
        tell(of, "BOOKED", "appointment-moved");
    }

    void cancelled(Appointment of) {
        tell(of, "CANCELLED", "appointment-cancelled");
    }

    /** @param what which reminder */
    void reminded(Appointment of, String what) {
        tell(of, what, "appointment-reminder");
    }

    private void tell(Appointment of, String what, String key) {
        Instant now = clock.instant();
        if (!appointments.claim(of, what, now)) {
            return;
        }
        Optional<Way> found = way(of);
        boolean told = found.isPresent() && send(of, found.get(), text(of, key, found.get().account().channel()));
        ledger.write(of, told ? Kind.TOLD : Kind.NOT_TOLD, ArrivalLedger.CLOCK, what + found.map(way -> " " + way.account().channel()).orElse(""));
    }

    /** What whoever booked left, else as the customer is reached. */
    private Optional<Way> way(Appointment of) {
        Customer customer = of.customer().current();
        Stream<String> phones = Stream.concat(of.telephone().stream(), customer.reached(ContactPoint.Kind.PHONE).stream()).filter(number -> new PhoneNumber(number).mobile());
        Stream<String> mails = Stream.concat(of.email().stream(), customer.reached(ContactPoint.Kind.EMAIL).stream());
        boolean mailOnly = of.telephone().isEmpty() && of.email().isPresent();
        Optional<Way> sms = mailOnly ? Optional.empty() : notice.way(Channel.SMS, phones.findFirst());
        return sms.or(() -> notice.way(Channel.EMAIL, mails.findFirst()));
    }

    private boolean send(Appointment of, Way way, String text) {
        Interaction interaction = of.interactionId().map(interactions::getLocked).filter(known -> known.accountId() == way.account().id()).orElseGet(() -> begin(of, way));
        boolean sent = acknowledging.notice(interaction, way.account(), way.address(), text);
        if (interaction.open() && !interaction.id().equals(of.interactionId().orElse(null))) {
            notice.close(interaction, CLOSED);
            of.toldIn(interaction.id());
        }
        return sent;
    }

    private Interaction begin(Appointment of, Way way) {
        Customer customer = of.customer().current();
        String subject = texts.text("appointment", customer.language(), of.reason().name(customer.language()), of.branch().name(customer.language()), of.code());
        return notice.begin(customer, Identification.CONTACT_POINT, way, customer.language(), subject);
    }

    private String text(Appointment of, String key, Channel channel) {
        String language = of.customer().current().language();
        Branch branch = of.branch();
        Locale locale = Locale.forLanguageTag(language);
        ZoneId zone = hours.of(branch).zone();
        String on = DateTimeFormatter.ofPattern("EEEE dd.MM.yyyy", locale).format(of.startsAt().atZone(zone));
        String at = DateTimeFormatter.ofPattern("HH:mm").format(of.startsAt().atZone(zone));
        String where = branch.name(language) + ", " + branch.address() + ", " + branch.town().name(language);
        String told = texts.text(key, language, on, at, where, of.reason().name(language), of.code());
        String page = key.endsWith("cancelled") ? "" : terms.page(of.code()).map(address -> "\n" + address).orElse("");
        String name = of.customer().current().displayName();
        return channel == Channel.EMAIL ? texts.text("appointment-mail", language, name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name, told + page, branch.name(language)) : told + page;
    }
}
