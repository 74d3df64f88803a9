// SPDX-License-Identifier: Apache-2.0
package il.moked.dispatch.ejb;

import il.moked.access.StaffUser;
import il.moked.casework.Cases;
import il.moked.casework.ServiceCase;
import il.moked.casework.ejb.CustomerTelling;
import il.moked.channel.Channel;
import il.moked.customer.Customers;
import il.moked.dispatch.Visit;
import il.moked.dispatch.VisitEvent;
import il.moked.dispatch.VisitLaw;
import il.moked.dispatch.Visits;
import il.moked.interaction.ejb.CustomerTexts;
import il.moked.shared.ejb.DomainEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;

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
    Customers customers;
    @Inject
    CustomerTelling telling;
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

    /** Where he cannot be reached that is written down too. */
    private void tell(Visit visit, String by, String key, Object... arguments) {
        ServiceCase of = cases.get(visit.caseId());
        String language = customers.get(visit.customerId()).language();
        String text = texts.text(key, language, Arrays.stream(arguments).map(one -> one instanceof StaffUser user ? user.name(language) : one).toArray());
        write(visit, telling.directly(of, text, Channel.SMS, Channel.EMAIL) ? VisitEvent.Kind.TOLD : VisitEvent.Kind.NOT_TOLD, by, key);
    }
}
