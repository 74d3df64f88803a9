// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.ejb;

import il.moked.branch.Appointment;
import il.moked.branch.Appointment.State;
import il.moked.branch.AppointmentEvent.Kind;
import il.moked.branch.Appointments;
import il.moked.branch.Branch;
import il.moked.branch.BranchHours;
import il.moked.branch.ejb.Greeting.Visitor;
import il.moked.customer.ContactPoint;
import il.moked.customer.Customer;
import il.moked.customer.Customers;
import il.moked.shared.NationalId;
import il.moked.shared.PhoneNumber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Whether whoever is at the door has an appointment there today: he shows its code, or he is recognised. Who comes after he was
 * given up is no longer expected: he waits as anybody else, for the same reason.
 */
@ApplicationScoped
class AppointmentAtTheDoor {
    private static final int MOST = 10;

    @Inject
    BranchHours hours;
    @Inject
    Appointments appointments;
    @Inject
    Customers customers;
    @Inject
    AppointmentLedger ledger;

    /** The same visitor, with the code of his appointment where he has one. */
    Visitor recognised(Branch branch, Visitor visitor, Instant at) {
        if (visitor.appointment() != null && !visitor.appointment().isBlank()) {
            return appointments.withCode(visitor.appointment()).filter(late -> late.state() == State.NO_SHOW && late.branch().id().equals(branch.id()) && date(branch, late.startsAt()).equals(date(branch, at)))
                    .map(late -> with(visitor, late.customer().current().id(), late.reason().code(), null)).orElse(visitor);
        }
        return who(visitor).flatMap(customer -> today(branch, customer, visitor.reason(), at)).map(due -> with(visitor, visitor.customerId(), visitor.reason(), due.code())).orElse(visitor);
    }

    private static Visitor with(Visitor visitor, Long customerId, String reason, String appointment) {
        return new Visitor(customerId, visitor.name(), visitor.telephone(), visitor.nationalId(), reason, appointment, visitor.how(), visitor.clientKey());
    }

    /** Nobody is guessed: a number of several customers is nobody's. */
    private Optional<Customer> who(Visitor visitor) {
        if (visitor.customerId() != null) {
            return Optional.of(customers.get(visitor.customerId()));
        }
        Optional<Customer> byId = NationalId.parse(visitor.nationalId()).flatMap(customers::findByNationalId);
        if (byId.isPresent()) {
            return byId;
        }
        List<Customer> reached = PhoneNumber.parse(visitor.telephone()).map(number -> customers.reachedBy(ContactPoint.Kind.PHONE, number.value())).orElse(List.of());
        return reached.size() == 1 ? Optional.of(reached.get(0)) : Optional.empty();
    }

    /** He says what he was booked for, or nothing: then it is that. */
    private Optional<Appointment> today(Branch branch, Customer customer, String reason, Instant at) {
        LocalDate day = date(branch, at);
        return appointments.aheadOf(customer.current().id(), day.atStartOfDay(hours.of(branch).zone()).toInstant(), MOST).stream()
                .filter(one -> one.branch().id().equals(branch.id()) && date(branch, one.startsAt()).equals(day) && (reason == null || reason.isBlank() || one.reason().code().equals(reason))).findFirst();
    }

    private LocalDate date(Branch branch, Instant at) {
        return hours.day(branch, at);
    }

    /** He is here: what was booked is his number now. */
    void arrives(Appointment appointment, String by) {
        appointment.arrive();
        ledger.write(appointment, Kind.ARRIVED, by, null);
    }
}
