// SPDX-License-Identifier: Apache-2.0
package il.moked.dispatch.ejb;

import il.moked.access.StaffUser;
import il.moked.casework.Cases;
import il.moked.channel.Channel;
import il.moked.channel.ChannelAccounts;
import il.moked.customer.ContactPoint;
import il.moked.customer.Customer;
import il.moked.dispatch.Visit;
import il.moked.dispatch.VisitEvent;
import il.moked.dispatch.VisitLaw;
import il.moked.dispatch.Visits;
import il.moked.interaction.Interaction;
import il.moked.interaction.Interactions;
import il.moked.interaction.ejb.Acknowledging;
import il.moked.interaction.ejb.CustomerTexts;
import il.moked.shared.PhoneNumber;
import il.moked.shared.ejb.DomainEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes down what happens to visits, and tells the customer what he has to know: by text message, else by mail. */
@ApplicationScoped
class VisitLedger {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy").withZone(VisitLaw.ZONE);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm").withZone(VisitLaw.ZONE);

    @Inject
    Visits visits;
    @Inject
    Cases cases;
    @Inject
    Interactions interactions;
    @Inject
    ChannelAccounts accounts;
    @Inject
    Acknowledging acknowledging;
    @Inject
    CustomerTexts texts;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    void write(Visit visit, VisitEvent.Kind kind, String by, String detail) {
        visits.add(new VisitEvent(visit, kind, by, detail, clock.instant()));
        events.tell(new VisitActed(visit.id(), visit.customerId(), "dispatch." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-'), detail));
    }

    void booked(Visit visit, String by) {
        tell(visit, by, "visit-booked", DAY.format(visit.windowFrom()), HOUR.format(visit.windowFrom()), HOUR.format(visit.windowTo()), visit.number());
    }

    /** @param expected when he will be there */
    void comes(Visit visit, Instant expected, String by) {
        tell(visit, by, "visit-on-the-way", visit.technician().orElseThrow().user(), HOUR.format(expected));
    }

    /** He comes later than was promised. */
    void late(Visit visit, String by) {
        tell(visit, by, "visit-late", HOUR.format(visit.windowFrom()), HOUR.format(visit.windowTo()), HOUR.format(visit.plannedAt().orElseThrow()));
    }

    void cancelled(Visit visit, String by) {
        tell(visit, by, "visit-cancelled", DAY.format(visit.windowFrom()), HOUR.format(visit.windowFrom()), visit.number());
    }

    /** Without a conversation of the case there is nowhere to write; that is written down too. */
    private void tell(Visit visit, String by, String key, Object... arguments) {
        List<Long> talks = cases.conversationsOf(visit.caseId());
        Interaction talk = talks.isEmpty() ? null : interactions.get(talks.get(0));
        boolean told = talk != null && send(talk, texts.text(key, talk.language(), Arrays.stream(arguments).map(one -> one instanceof StaffUser user ? user.name(talk.language()) : one).toArray()));
        write(visit, told ? VisitEvent.Kind.TOLD : VisitEvent.Kind.NOT_TOLD, by, key);
    }

    private boolean send(Interaction talk, String text) {
        Customer customer = talk.customer().current();
        Optional<String> mobile = points(customer, ContactPoint.Kind.PHONE).filter(address -> new PhoneNumber(address).mobile()).findFirst();
        Optional<String> email = points(customer, ContactPoint.Kind.EMAIL).findFirst();
        return accounts.enabled(Channel.SMS).stream().findFirst().flatMap(account -> mobile.map(address -> acknowledging.notice(talk, account, address, text))).filter(sent -> sent)
                .or(() -> accounts.enabled(Channel.EMAIL).stream().findFirst().flatMap(account -> email.map(address -> acknowledging.notice(talk, account, address, text)))).orElse(false);
    }

    private static Stream<String> points(Customer customer, ContactPoint.Kind kind) {
        return customer.contactPoints().stream().filter(point -> point.kind() == kind).map(ContactPoint::address);
    }
}
