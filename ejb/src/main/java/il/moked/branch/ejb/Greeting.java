// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.ejb;

import il.moked.access.Role;
import il.moked.access.ejb.CurrentUser;
import il.moked.branch.AppointmentSummary;
import il.moked.branch.Appointments;
import il.moked.branch.Arrival;
import il.moked.branch.Arrival.How;
import il.moked.branch.ArrivalEvent.Kind;
import il.moked.branch.ArrivalLine;
import il.moked.branch.Arrivals;
import il.moked.branch.Branch;
import il.moked.branch.Branches;
import il.moked.branch.TicketNumber;
import il.moked.branch.VisitReason;
import il.moked.customer.ContactPoint;
import il.moked.customer.Customer;
import il.moked.customer.Customers;
import il.moked.customer.Segment;
import il.moked.shared.BusinessException;
import il.moked.shared.NationalId;
import il.moked.shared.PhoneNumber;
import il.moked.shared.ejb.CrossedLocks;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is done at the door of a branch: who is it, why does he come, and his number. The same check-in again gives the same
 * number. Whoever came to a branch that is not for customers of his type is told of one that is, and is served all the same.
 */
@Stateless
@RolesAllowed({Role.AGENT, Role.SUPERVISOR})
public class Greeting {
    private static final int MOST_CAUGHT_UP = 200;
    private static final int MOST_FOUND = 5;
    private static final Duration REMEMBERED = Duration.ofDays(365);
    private static final Duration LATEST_APPOINTMENT = Duration.ofHours(4);

    @Inject
    CheckingIn checkingIn;
    @Inject
    BranchAccess access;
    @Inject
    BranchChoice choice;
    @Inject
    Admission admission;
    @Inject
    Branches branches;
    @Inject
    Arrivals arrivals;
    @Inject
    Appointments appointments;
    @Inject
    Customers customers;
    @Inject
    CurrentUser currentUser;
    @Inject
    Clock clock;

    /**
     * Who comes, and why.
     *
     * @param customerId of a known customer, or null @param name, @param telephone and @param nationalId what he says of himself; any may be null
     * @param reason code @param appointment code of the one he comes for, or null @param clientKey made by the device for this check-in: the same key is the same visit; or null
     */
    public record Visitor(Long customerId, String name, String telephone, String nationalId, String reason, String appointment, How how, String clientKey) {
    }

    /**
     * His number.
     *
     * @param already whether he had it before @param exceptional whether another branch is for customers of his type @param before how many are due before him @param minutes he will wait about so long; null when no counter is open
     */
    public record CheckedIn(ArrivalLine visit, boolean already, boolean exceptional, int before, Integer minutes) {
    }

    /** Somebody a device let in while it was cut off. @param at when @param number it gave him itself, or null */
    public record Offline(Visitor visitor, Instant at, String number) {
    }

    /** @param visit null when it was refused @param refusal code, or null */
    public record Caught(String clientKey, CheckedIn visit, String refusal) {
    }

    /** Somebody found. @param present his visit here that is not over, or null @param appointments of today, here @param missed appointments he did not come to within a year */
    public record Known(long customerId, String name, Segment segment, boolean guest, ArrivalLine present, List<AppointmentSummary> appointments, int missed) {
    }

    /** @param letter of its numbers */
    public record ReasonLine(long id, String code, String hebrewName, String englishName, String letter, int minutes) {
        static ReasonLine of(VisitReason of) {
            return new ReasonLine(of.id(), of.code(), of.name("he"), of.name("en"), of.letter(), of.minutes());
        }

        public String name(String language) {
            return "he".equals(language) ? hebrewName : englishName;
        }
    }

    /** Why people come there, in order. */
    public List<ReasonLine> reasons(long branchId) {
        return branches.reasons(access.served(branchId).id()).stream().map(ReasonLine::of).toList();
    }

    /** By the number of an identity card (typed, or swiped), a telephone number, the code of an appointment, or a number of today. */
    public List<Known> known(long branchId, String typed) {
        Branch branch = access.served(branchId);
        String asked = typed == null ? "" : typed.strip();
        Map<Long, Customer> found = new LinkedHashMap<>();
        appointments.withCode(asked).ifPresent(appointment -> found.put(appointment.customer().id(), appointment.customer()));
        TicketNumber.parse(asked).flatMap(number -> arrivals.withNumber(branch.id(), checkingIn.today(branch), number)).flatMap(Arrival::customer).ifPresent(customer -> found.put(customer.id(), customer));
        NationalId.parse(asked).flatMap(customers::findByNationalId).ifPresent(customer -> found.put(customer.id(), customer));
        PhoneNumber.parse(asked).ifPresent(number -> customers.reachedBy(ContactPoint.Kind.PHONE, number.value()).forEach(customer -> found.put(customer.id(), customer)));
        return found.values().stream().limit(MOST_FOUND).map(customer -> known(branch, customer)).toList();
    }

    /** Of whom the caller knows already who he is. */
    public Known known(long branchId, long customerId) {
        return known(access.served(branchId), customers.get(customerId));
    }

    private Known known(Branch branch, Customer customer) {
        Instant from = clock.instant().minus(LATEST_APPOINTMENT);
        List<AppointmentSummary> ahead = appointments.aheadOf(customer.id(), from, MOST_FOUND).stream().filter(appointment -> appointment.branch().id().equals(branch.id())).map(AppointmentSummary::of).toList();
        return new Known(customer.id(), customer.displayName(), customer.segment(), customer.guest(), arrivals.presentOf(branch.id(), customer.id()).map(ArrivalLine::of).orElse(null), ahead, appointments.missed(customer.id(), clock.instant().minus(REMEMBERED)));
    }

    /** Which branches fit him. @param customerId or null @param reason code, or null */
    public BranchChoice.Advice advise(long branchId, Long customerId, String reason) {
        return choice.advise(access.served(branchId), customerId == null ? null : customers.get(customerId), null, reason == null ? null : branches.findReason(reason).orElse(null));
    }

    /** @throws BusinessException {@code branch.reason-elsewhere}, {@code branch.unknown-reason}, {@code shared.field-…} */
    public CheckedIn checkIn(long branchId, Visitor visitor) {
        return checkingIn.at(access.served(branchId), visitor, null, null, currentUser.name());
    }

    /**
     * What a device took down while it was cut off, each for itself: what is refused keeps nobody else out, and what was here
     * before is here once.
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public List<Caught> catchUp(long branchId, List<Offline> list) {
        if (list.size() > MOST_CAUGHT_UP) {
            throw new BusinessException("shared.field-range", "list", 0, MOST_CAUGHT_UP);
        }
        List<Caught> caught = new ArrayList<>();
        for (Offline one : list) {
            try {
                caught.add(new Caught(one.visitor().clientKey(), CrossedLocks.retried(() -> checkingIn.offline(branchId, one)), null));
            } catch (BusinessException refused) {
                caught.add(new Caught(one.visitor().clientKey(), null, refused.code()));
            }
        }
        return caught;
    }

    /** He goes to a branch that fits better; his number here is void. */
    public void redirect(long arrivalId, long toBranchId) {
        Arrival arrival = admission.locked(access.arrival(arrivalId));
        Branch to = branches.get(toBranchId);
        arrival.redirectTo(to, clock.instant());
        admission.gone(arrival, Kind.REDIRECTED, "REDIRECTED", currentUser.name(), to.code());
    }

    /** The same before he took a number: counted, no more. */
    public void sendOn(long branchId, Visitor visitor, long toBranchId) {
        checkingIn.sendOn(access.served(branchId), visitor, branches.get(toBranchId), currentUser.name());
    }

    /** He left, or says that he need not wait any more. */
    public void leave(long arrivalId) {
        Arrival arrival = admission.locked(access.arrival(arrivalId));
        arrival.leave(clock.instant());
        admission.gone(arrival, Kind.LEFT, "LEFT_BRANCH", currentUser.name(), null);
    }
}
