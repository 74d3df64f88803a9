// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.ejb;

import il.moked.access.Role;
import il.moked.branch.Appointment;
import il.moked.branch.Appointments;
import il.moked.branch.Arrival;
import il.moked.branch.Arrivals;
import il.moked.branch.Branch;
import il.moked.branch.Branches;
import il.moked.branch.TicketNumber;
import il.moked.branch.ejb.Greeting.CheckedIn;
import il.moked.branch.ejb.Greeting.Visitor;
import il.moked.customer.ContactPoint;
import il.moked.customer.Customer;
import il.moked.customer.Customers;
import il.moked.shared.BusinessException;
import il.moked.shared.NationalId;
import il.moked.shared.PhoneNumber;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a customer at the door takes his number himself: he types a number of his, or nothing, and says why he comes. What he is
 * told is his ticket alone; whoever types somebody else's number learns nothing of him.
 */
@Stateless
@PermitAll
@RunAs(Role.SYSTEM)
public class Kiosk {
    private static final int LONGEST_TYPED = 40;

    @Inject
    Branches branches;
    @Inject
    Arrivals arrivals;
    @Inject
    Appointments appointments;
    @Inject
    Customers customers;
    @Inject
    CheckingIn checkingIn;
    @Inject
    OwnTicket tickets;

    /** What was typed. @param visitor without reason @param reason code, when it is known already; else null */
    private record Understood(Visitor visitor, String reason) {
    }

    /** @param already whether he had it before */
    public record Taken(OwnTicket.Ticket ticket, boolean already) {
    }

    /** Why people come there, in order. */
    public List<Greeting.ReasonLine> reasons(String branchCode) {
        return branches.reasons(branches.inUse(branchCode).id()).stream().map(Greeting.ReasonLine::of).toList();
    }

    /**
     * Whether he must still say why he comes: not who has an appointment, or a number already.
     *
     * @param typed number of an identity card, telephone, code of an appointment, number taken at home; blank for nobody known
     * @throws BusinessException {@code branch.kiosk-typed} when it is none of these
     */
    public boolean asksWhy(String branchCode, String typed) {
        return understood(branches.inUse(branchCode), typed, null).reason() == null;
    }

    /** @param reason code; null when {@link #asksWhy} said so @param key made by the form: the same again is the same number */
    public Taken checkIn(String branchCode, String typed, String reason, String key) {
        Branch branch = branches.inUse(branchCode);
        Understood who = understood(branch, typed, key);
        Visitor visitor = who.visitor();
        CheckedIn in = checkingIn.at(branch, new Visitor(visitor.customerId(), null, visitor.telephone(), visitor.nationalId(), who.reason() == null ? reason : who.reason(), visitor.appointment(), Arrival.How.KIOSK, key), null, null, ArrivalLedger.CLOCK);
        return new Taken(tickets.ticket(arrivals.get(in.visit().id())), in.already());
    }

    private Understood understood(Branch branch, String typed, String key) {
        String text = typed == null ? "" : typed.strip();
        if (text.isEmpty()) {
            return new Understood(visitor(null, null, null, null, key), null);
        }
        if (text.length() > LONGEST_TYPED) {
            throw new BusinessException("shared.field-too-long", "who", LONGEST_TYPED);
        }
        Optional<Appointment> appointment = appointments.withCode(text.toUpperCase(Locale.ROOT)).filter(booked -> booked.branch().id().equals(branch.id()) && booked.state() == Appointment.State.BOOKED);
        if (appointment.isPresent()) {
            return new Understood(visitor(null, null, null, text, key), appointment.get().reason().code());
        }
        Optional<Arrival> taken = TicketNumber.parse(text).flatMap(number -> arrivals.withNumber(branch.id(), checkingIn.today(branch), number)).filter(arrival -> arrival.state().present() && arrival.customer().isPresent());
        if (taken.isPresent()) {
            return new Understood(visitor(taken.get().customer().orElseThrow().id(), null, null, null, key), taken.get().reason().code());
        }
        return known(branch, text, key);
    }

    /** A card and a telephone are told apart by whose they are: some numbers could be both. */
    private Understood known(Branch branch, String text, String key) {
        Optional<NationalId> card = NationalId.parse(text);
        Optional<PhoneNumber> telephone = PhoneNumber.parse(text);
        Optional<Customer> byCard = card.flatMap(customers::findByNationalId);
        if (byCard.isPresent() || card.isPresent() && telephone.isEmpty()) {
            return new Understood(visitor(null, null, card.get().digits(), null, key), present(branch, byCard));
        }
        if (telephone.isEmpty()) {
            throw new BusinessException("branch.kiosk-typed", "who");
        }
        List<Customer> reached = customers.reachedBy(ContactPoint.Kind.PHONE, telephone.get().value());
        return new Understood(visitor(null, telephone.get().value(), null, null, key), present(branch, reached.size() == 1 ? Optional.of(reached.get(0)) : Optional.empty()));
    }

    private String present(Branch branch, Optional<Customer> customer) {
        return customer.flatMap(his -> arrivals.presentOf(branch.id(), his.id())).map(arrival -> arrival.reason().code()).orElse(null);
    }

    private static Visitor visitor(Long customer, String telephone, String card, String appointment, String key) {
        return new Visitor(customer, null, telephone, card, null, appointment, Arrival.How.KIOSK, key);
    }
}
