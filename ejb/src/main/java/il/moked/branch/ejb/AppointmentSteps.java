// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.ejb;

import il.moked.branch.Appointment;
import il.moked.branch.Appointment.Way;
import il.moked.branch.AppointmentEvent.Kind;
import il.moked.branch.Appointments;
import il.moked.branch.Branch;
import il.moked.branch.Branches;
import il.moked.branch.VisitReason;
import il.moked.channel.Channel;
import il.moked.customer.Customer;
import il.moked.customer.Customers;
import il.moked.customer.ejb.Identifying;
import il.moked.customer.ejb.Identifying.Sender;
import il.moked.interaction.Reference;
import il.moked.shared.BusinessException;
import il.moked.shared.EmailAddress;
import il.moked.shared.PhoneNumber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What becomes of an appointment, whoever asks for it: in the transaction of whoever calls. The row of the hour is locked first, then the customer or the appointment. */
@ApplicationScoped
class AppointmentSteps {
    private static final int LONGEST_NAME = 120;
    private static final int MOST_LOOKED_AT = 50;

    @Inject
    Branches branches;
    @Inject
    Appointments appointments;
    @Inject
    AppointmentDiary diary;
    @Inject
    AppointmentTelling telling;
    @Inject
    AppointmentLedger ledger;
    @Inject
    AppointmentTerms terms;
    @Inject
    Customers customers;
    @Inject
    Identifying identifying;
    @Inject
    Clock clock;

    /**
     * What is wished.
     *
     * @param branch and @param reason codes @param customerId of a known customer, else @param name and one of @param telephone and @param email say who he is @param channel of the conversation, or null
     * @param clientKey the same key is the same appointment; or null @param language he is written to, when he was not known
     */
    record Wish(String branch, String reason, Instant at, Long customerId, String name, String telephone, String email, Way way, Channel channel, String clientKey, String language) {
    }

    /** @throws BusinessException {@code shared.field-missing}, {@code branch.unknown-reason}, {@code branch.reason-elsewhere} */
    VisitReason reason(Branch branch, String code) {
        if (code == null || code.isBlank()) {
            throw new BusinessException("shared.field-missing", "reason");
        }
        return branches.findReason(code).orElseThrow(() -> new BusinessException("branch.unknown-reason", "reason")).expectAt(branch);
    }

    /** @throws BusinessException {@code branch.appointment-…}, {@code shared.field-…} */
    Appointment book(Wish wish, String by) {
        Branch branch = branches.inUse(wish.branch());
        VisitReason reason = reason(branch, wish.reason());
        if (wish.at() == null) {
            throw new BusinessException("shared.field-missing", "at");
        }
        String telephone = telephone(wish.telephone());
        String email = email(wish.email());
        String name = name(wish.name(), wish.customerId());
        if (wish.customerId() == null && telephone == null && email == null) {
            throw new BusinessException("shared.field-missing", "telephone");
        }
        diary.lock(branch, reason, wish.at());
        Optional<Appointment> same = wish.clientKey() == null ? Optional.empty() : appointments.withKey(wish.clientKey());
        if (same.isPresent()) {
            return same.get();
        }
        Customer customer = wish.customerId() == null ? identifying.identify(new Sender(name, email, telephone, null), wish.language()).customer() : customers.get(wish.customerId());
        // before the place: whoever has it himself hears that, and not that somebody took it
        expectRoom(customer, branch, wish);
        diary.take(branch, reason, wish.at(), null);
        Appointment appointment = new Appointment(new Appointment.Terms(branch, reason, customer, wish.at(), wish.way(), wish.channel(), telephone, email, wish.clientKey()), Reference.next(), by, clock.instant());
        appointments.add(appointment);
        ledger.write(appointment, Kind.BOOKED, by, wish.at().toString());
        telling.booked(appointment);
        return appointment;
    }

    /** One customer does not take the places of others, by mistake or by a script. */
    private void expectRoom(Customer customer, Branch branch, Wish wish) {
        customers.flush();
        customers.getLocked(customer.id());
        List<Appointment> ahead = appointments.aheadOf(customer.id(), clock.instant(), MOST_LOOKED_AT);
        if (ahead.stream().anyMatch(one -> one.branch().id().equals(branch.id()) && one.startsAt().equals(wish.at()))) {
            throw new BusinessException("branch.appointment-double", "at");
        }
        if (wish.way() == Way.SITE && ahead.size() >= terms.mostAhead()) {
            throw new BusinessException("branch.appointment-many", terms.mostAhead());
        }
    }

    /** @param seen version, null when it was not looked at before @throws BusinessException {@code branch.appointment-…} @throws il.moked.shared.StaleVersionException when somebody changed it since */
    Appointment move(long id, Integer seen, Instant at, String by) {
        if (at == null) {
            throw new BusinessException("shared.field-missing", "at");
        }
        Appointment known = appointments.get(id);
        diary.lock(known.branch(), known.reason(), at);
        Appointment appointment = appointments.getLocked(id);
        appointment.expect(seen);
        Instant before = appointment.startsAt();
        if (before.equals(at) && appointment.state() == Appointment.State.BOOKED) {
            return appointment;
        }
        diary.take(appointment.branch(), appointment.reason(), at, appointment);
        appointment.move(at, clock.instant());
        ledger.write(appointment, Kind.MOVED, by, before + "/" + at);
        telling.moved(appointment);
        return appointment;
    }

    /** @param told whether he is told: he need not be when he does it himself @throws BusinessException {@code branch.appointment-over} */
    Appointment cancel(long id, Integer seen, String by, boolean told) {
        Appointment appointment = appointments.getLocked(id);
        appointment.expect(seen);
        appointment.cancel(clock.instant());
        ledger.write(appointment, Kind.CANCELLED, by, appointment.startsAt().toString());
        if (told) {
            telling.cancelled(appointment);
        }
        return appointment;
    }

    private static String name(String given, Long customerId) {
        if (given == null || given.isBlank()) {
            if (customerId == null) {
                throw new BusinessException("shared.field-missing", "name");
            }
            return null;
        }
        if (given.strip().length() > LONGEST_NAME) {
            throw new BusinessException("shared.field-too-long", "name", LONGEST_NAME);
        }
        return given.strip();
    }

    private static String telephone(String given) {
        return given == null || given.isBlank() ? null : PhoneNumber.parse(given).map(PhoneNumber::value).orElseThrow(() -> new BusinessException("shared.field-malformed", "telephone"));
    }

    private static String email(String given) {
        return given == null || given.isBlank() ? null : EmailAddress.parse(given).map(EmailAddress::value).orElseThrow(() -> new BusinessException("shared.field-malformed", "email"));
    }
}
