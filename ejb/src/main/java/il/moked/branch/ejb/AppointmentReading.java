// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.ejb;

import il.moked.access.Role;
import il.moked.branch.AppointmentSummary;
import il.moked.branch.Appointments;
import il.moked.branch.Branch;
import il.moked.branch.BranchHours;
import il.moked.branch.Branches;
import il.moked.customer.Customer;
import il.moked.customer.Customers;
import il.moked.customer.ejb.Outsourcing;
import il.moked.shared.NotFoundException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;

/** Appointments of a customer, of a day, or one. */
@Stateless
@RolesAllowed({Role.AGENT, Role.SUPERVISOR, Role.INTEGRATION})
public class AppointmentReading {
    /** Who did not come longer ago than this begins anew. */
    private static final Duration REMEMBERED = Duration.ofDays(365);
    private static final int MOST = 20;
    private static final int MOST_OVER = 5;

    @Inject
    BranchHours hours;
    @Inject
    Branches branches;
    @Inject
    Appointments appointments;
    @Inject
    BranchAccess access;
    @Inject
    Customers customers;
    @Inject
    Outsourcing outsourcing;
    @Inject
    Clock clock;

    /** @param ahead still to come, the nearest first @param over what became of the last ones, the latest first @param missed how many he did not come to within a year */
    public record OfCustomer(long customerId, List<AppointmentSummary> ahead, List<AppointmentSummary> over, int missed) {
    }

    public OfCustomer ofCustomer(long customerId) {
        Customer customer = customers.get(customerId);
        outsourcing.check(customer.id());
        List<AppointmentSummary> all = appointments.ofCustomer(customer.id(), MOST).stream().map(AppointmentSummary::of).toList();
        return new OfCustomer(customer.id(), all.stream().filter(AppointmentSummary::ahead).sorted(Comparator.comparing(AppointmentSummary::startsAt)).toList(), all.stream().filter(one -> !one.ahead()).limit(MOST_OVER).toList(), missed(customer.id()));
    }

    private int missed(long customerId) {
        return appointments.missed(customerId, clock.instant().minus(REMEMBERED));
    }

    /** Of a day at the caller's branch, by hour, also those that are over. @param date null for today @throws NotFoundException {@code branch.unknown} */
    @RolesAllowed({Role.AGENT, Role.SUPERVISOR, Role.ADMINISTRATOR})
    public List<AppointmentSummary> day(long branchId, LocalDate date) {
        return of(access.seen(branchId), date);
    }

    /** The same of any branch, for other systems. */
    @RolesAllowed(Role.INTEGRATION)
    public List<AppointmentSummary> day(String branchCode, LocalDate date) {
        return of(branches.inUse(branchCode), date);
    }

    private List<AppointmentSummary> of(Branch branch, LocalDate date) {
        ZoneId zone = hours.of(branch).zone();
        LocalDate day = date == null ? clock.instant().atZone(zone).toLocalDate() : date;
        return appointments.between(branch.id(), instant(day, zone), instant(day.plusDays(1), zone)).stream().map(AppointmentSummary::of).toList();
    }

    private static Instant instant(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    public AppointmentSummary get(long id) {
        AppointmentSummary found = AppointmentSummary.of(appointments.get(id));
        outsourcing.check(found.customerId());
        return found;
    }

    /** At that branch. @throws NotFoundException {@code branch.unknown-appointment} */
    public AppointmentSummary get(String branchCode, String code) {
        AppointmentSummary found = appointments.withCode(code).map(AppointmentSummary::of).filter(one -> one.branch().equals(branchCode)).orElseThrow(() -> new NotFoundException("branch.unknown-appointment"));
        outsourcing.check(found.customerId());
        return found;
    }
}
