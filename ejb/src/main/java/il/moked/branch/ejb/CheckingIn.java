// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.ejb;

import il.moked.access.Role;
import il.moked.access.ejb.CurrentUser;
import il.moked.branch.Appointment;
import il.moked.branch.Appointments;
import il.moked.branch.Arrival;
import il.moked.branch.Arrival.How;
import il.moked.branch.Arrival.Ticket;
import il.moked.branch.ArrivalEvent.Kind;
import il.moked.branch.ArrivalLine;
import il.moked.branch.Arrivals;
import il.moked.branch.Branch;
import il.moked.branch.BranchHours;
import il.moked.branch.Branches;
import il.moked.branch.TicketNumber;
import il.moked.branch.VisitReason;
import il.moked.branch.ejb.Greeting.CheckedIn;
import il.moked.branch.ejb.Greeting.Offline;
import il.moked.branch.ejb.Greeting.Visitor;
import il.moked.channel.ChannelAccounts;
import il.moked.customer.Customers;
import il.moked.customer.Identification;
import il.moked.customer.ejb.Identifying;
import il.moked.customer.ejb.Identifying.Identified;
import il.moked.customer.ejb.Identifying.Sender;
import il.moked.shared.BusinessException;
import il.moked.shared.NationalId;
import il.moked.shared.PhoneNumber;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One check-in in one transaction. Whoever gives a number locks the row of that day and letter first, then the customer: so
 * neither two greeters nor a device that sends again give one customer two numbers.
 */
@Stateless
@RolesAllowed({Role.AGENT, Role.SUPERVISOR, Role.INTEGRATION, Role.SYSTEM})
public class CheckingIn {
    private static final int LONGEST_NAME = 200;
    private static final Duration FARTHEST = Duration.ofHours(12);

    @Inject
    Places places;
    @Inject
    BranchHours hours;
    @Inject
    BranchAccess access;
    @Inject
    BranchChoice choice;
    @Inject
    DayEnding ending;
    @Inject
    Admission admission;
    @Inject
    Branches branches;
    @Inject
    Arrivals arrivals;
    @Inject
    Appointments appointments;
    @Inject
    AppointmentAtTheDoor atTheDoor;
    @Inject
    Customers customers;
    @Inject
    ChannelAccounts accounts;
    @Inject
    Identifying identifying;
    @Inject
    ArrivalLedger ledger;
    @Inject
    CurrentUser currentUser;
    @Inject
    Clock clock;

    /** @return the day it is at the branch */
    @PermitAll
    public LocalDate today(Branch branch) {
        return day(branch, clock.instant());
    }

    private LocalDate day(Branch branch, Instant at) {
        return hours.day(branch, at);
    }

    /** What a device took down while it was cut off. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public CheckedIn offline(long branchId, Offline one) {
        Branch branch = access.served(branchId);
        Instant now = clock.instant();
        if (one.visitor().clientKey() == null) {
            throw new BusinessException("shared.field-missing", "clientKey");
        }
        Instant at = one.at() == null || one.at().isAfter(now) || one.at().isBefore(now.minus(FARTHEST)) ? now : one.at();
        return at(branch, one.visitor(), at, one.number(), currentUser.name());
    }

    /**
     * @param since when he came, null for now @param given a number that a device gave him, or null @param by who lets him in
     * @throws BusinessException {@code branch.reason-elsewhere}, {@code branch.unknown-reason}, {@code branch.appointment-unknown}
     */
    public CheckedIn at(Branch branch, Visitor come, Instant since, String given, String by) {
        Instant at = since == null ? clock.instant() : since;
        Visitor visitor = atTheDoor.recognised(branch, come, at);
        Appointment appointment = appointment(branch, visitor);
        VisitReason reason = appointment == null ? reason(branch, visitor) : appointment.reason();
        LocalDate day = day(branch, at);
        arrivals.lock(branch, day, reason.letter());
        Optional<Arrival> same = arrivals.withKey(branch.id(), key(visitor));
        if (same.isPresent()) {
            renumber(same.get(), given);
            return checkedIn(same.get(), true);
        }
        Identified who = who(visitor, appointment, branch);
        Optional<Arrival> present = presentOf(branch, who);
        if (present.isPresent()) {
            return again(present.get(), who, at, by);
        }
        if (appointment == null) {
            ending.expectOpen(branch, at);
        }
        BranchChoice.Fit fit = choice.fit(branch, who.customer(), reason);
        Arrival arrival = Arrival.atTheDoor(new Ticket(branch, day, number(branch, day, reason, given), who.customer(), telephone(visitor), reason, appointment, appointment == null ? how(visitor) : How.APPOINTMENT, !fit.here(), key(visitor)), at);
        arrivals.add(arrival);
        Instant hour = Admission.hour(appointment, at);
        if (appointment != null) {
            atTheDoor.arrives(appointment, by);
        }
        admission.admit(arrival, who.how(), hour, by);
        if (arrival.exceptional()) {
            ledger.write(arrival, Kind.EXCEPTION, by, fit.choice().line());
        }
        return checkedIn(arrival, false);
    }

    /** He takes his number at home, and is there when he says. @param by whoever took it down, or Moked itself */
    public CheckedIn fromHome(Branch branch, Visitor visitor, Instant expected, String by) {
        Instant now = clock.instant();
        if (expected == null || expected.isBefore(now) || expected.isAfter(now.plus(FARTHEST))) {
            throw new BusinessException("branch.expected", "expected");
        }
        VisitReason reason = reason(branch, visitor);
        LocalDate day = day(branch, now);
        arrivals.lock(branch, day, reason.letter());
        Optional<Arrival> same = arrivals.withKey(branch.id(), key(visitor));
        if (same.isPresent()) {
            return checkedIn(same.get(), true);
        }
        Identified who = who(visitor, null, branch);
        Optional<Arrival> present = presentOf(branch, who);
        if (present.isPresent()) {
            return checkedIn(present.get(), true);
        }
        ending.expectOpen(branch, now);
        Arrival arrival = Arrival.fromHome(new Ticket(branch, day, arrivals.next(branch, day, reason.letter()), who.customer(), telephone(visitor), reason, null, How.HOME, !choice.fit(branch, who.customer(), reason).here(), key(visitor)), now, expected);
        arrivals.add(arrival);
        ledger.write(arrival, Kind.RESERVED, by, expected.toString());
        return checkedIn(arrival, false);
    }

    /** He was shown another branch and goes there. */
    public void sendOn(Branch branch, Visitor visitor, Branch to, String by) {
        Instant now = clock.instant();
        VisitReason reason = reason(branch, visitor);
        LocalDate day = day(branch, now);
        arrivals.lock(branch, day, reason.letter());
        if (arrivals.withKey(branch.id(), key(visitor)).isPresent()) {
            return;
        }
        Identified who = who(visitor, null, branch);
        Arrival arrival = Arrival.sentOn(new Ticket(branch, day, null, who.customer(), telephone(visitor), reason, null, how(visitor), false, key(visitor)), to, now);
        arrivals.add(arrival);
        ledger.write(arrival, Kind.REDIRECTED, by, to.code());
    }

    /** His visit here that is not over. Somebody of whom nothing is known is a guest of his own, and has none. */
    private Optional<Arrival> presentOf(Branch branch, Identified who) {
        customers.flush();
        customers.getLocked(who.customer().id());
        return arrivals.presentOf(branch.id(), who.customer().id());
    }

    /** He has his number; who took it at home waits from now on. */
    private CheckedIn again(Arrival present, Identified who, Instant at, String by) {
        if (present.state() != Arrival.State.EXPECTED) {
            return checkedIn(present, true);
        }
        Arrival arrival = arrivals.getLocked(present.id());
        arrival.comes(at);
        admission.admit(arrival, who.how(), null, by);
        return checkedIn(arrival, true);
    }

    private Identified who(Visitor visitor, Appointment appointment, Branch branch) {
        if (appointment != null) {
            return new Identified(appointment.customer(), Identification.CONFIRMED);
        }
        if (visitor.customerId() != null) {
            return new Identified(customers.get(visitor.customerId()), Identification.CONFIRMED);
        }
        String name = visitor.name() == null || visitor.name().isBlank() ? null : visitor.name().strip();
        if (name != null && name.length() > LONGEST_NAME) {
            throw new BusinessException("shared.field-too-long", "name", LONGEST_NAME);
        }
        return identifying.identify(new Sender(name, null, telephone(visitor), nationalId(visitor)), accounts.get(branch.accountId()).language());
    }

    private Appointment appointment(Branch branch, Visitor visitor) {
        if (visitor.appointment() == null || visitor.appointment().isBlank()) {
            return null;
        }
        return appointments.withCode(visitor.appointment()).filter(found -> found.branch().id().equals(branch.id()) && (found.state() == Appointment.State.BOOKED || found.state() == Appointment.State.ARRIVED))
                .orElseThrow(() -> new BusinessException("branch.appointment-unknown", "appointment"));
    }

    private VisitReason reason(Branch branch, Visitor visitor) {
        if (visitor.reason() == null || visitor.reason().isBlank()) {
            throw new BusinessException("shared.field-missing", "reason");
        }
        return branches.findReason(visitor.reason()).orElseThrow(() -> new BusinessException("branch.unknown-reason", "reason")).expectAt(branch);
    }

    private static How how(Visitor visitor) {
        return visitor.how() == null ? How.GREETER : visitor.how();
    }

    /** @throws BusinessException {@code shared.field-malformed}: he gave one, and it is none */
    private static String nationalId(Visitor visitor) {
        return visitor.nationalId() == null || visitor.nationalId().isBlank() ? null : NationalId.parse(visitor.nationalId()).map(NationalId::digits).orElseThrow(() -> new BusinessException("shared.field-malformed", "nationalId"));
    }

    private static String telephone(Visitor visitor) {
        return visitor.telephone() == null || visitor.telephone().isBlank() ? null : PhoneNumber.parse(visitor.telephone()).map(PhoneNumber::value).orElseThrow(() -> new BusinessException("shared.field-malformed", "telephone"));
    }

    private static String key(Visitor visitor) {
        String key = visitor.clientKey() == null || visitor.clientKey().isBlank() ? null : visitor.clientKey().strip();
        if (key != null && key.length() > Arrival.LONGEST_KEY) {
            throw new BusinessException("shared.field-too-long", "clientKey", Arrival.LONGEST_KEY);
        }
        return key;
    }

    /** What a device gave holds unless somebody else has it. */
    private TicketNumber number(Branch branch, LocalDate day, VisitReason reason, String given) {
        Optional<TicketNumber> his = TicketNumber.parse(given).filter(number -> number.letter().equals(TicketNumber.OFFLINE));
        if (his.isEmpty()) {
            return arrivals.next(branch, day, reason.letter());
        }
        arrivals.lock(branch, day, TicketNumber.OFFLINE);
        return arrivals.withNumber(branch.id(), day, his.get()).isEmpty() ? his.get() : arrivals.next(branch, day, reason.letter());
    }

    /** The line broke after the number was given here and before the device knew: it gave one of its own. */
    private void renumber(Arrival same, String given) {
        Branch branch = same.branch();
        TicketNumber.parse(given).filter(number -> number.letter().equals(TicketNumber.OFFLINE) && arrivals.withNumber(branch.id(), same.day(), number).isEmpty()).ifPresent(number -> arrivals.getLocked(same.id()).renumber(number));
    }

    private CheckedIn checkedIn(Arrival arrival, boolean already) {
        arrivals.flush();
        Places.Place place = places.of(arrival);
        return new CheckedIn(ArrivalLine.of(arrival), already, arrival.exceptional(), place.before(), place.minutes());
    }
}
