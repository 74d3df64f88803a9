// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.ejb;

import il.moked.access.Role;
import il.moked.branch.Appointment;
import il.moked.branch.Appointments;
import il.moked.branch.Branch;
import il.moked.branch.BranchHours;
import il.moked.branch.Branches;
import il.moked.branch.ejb.AppointmentBooking.FreeDay;
import il.moked.branch.ejb.Greeting.ReasonLine;
import il.moked.shared.NotFoundException;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * A customer books, moves and cancels his own appointment. Whoever knows its code may see and change it, and is told nothing of
 * whose it is; the door of the portal limits how often anybody tries.
 */
@Stateless
@PermitAll
@RunAs(Role.SYSTEM)
public class HomeAppointments {
    @Inject
    BranchHours hours;
    @Inject
    Branches branches;
    @Inject
    Appointments appointments;
    @Inject
    AppointmentDiary diary;
    @Inject
    AppointmentSteps steps;

    /** A branch as everybody is told of it. @param phone or null @param zone of its hours @param last day that can be booked */
    public record Place(String code, String hebrewName, String englishName, String address, String hebrewTown, String englishTown, String phone, ZoneId zone, LocalDate today, LocalDate last) {
        public String name(String language) {
            return "he".equals(language) ? hebrewName : englishName;
        }

        public String town(String language) {
            return "he".equals(language) ? hebrewTown : englishTown;
        }
    }

    /** Nothing of whose it is. @param moved whether it was moved */
    public record OwnAppointment(String code, int version, Place place, String reason, String hebrewReason, String englishReason, Instant startsAt, Instant endsAt, Appointment.State state, boolean moved, int moves) {
        public String reason(String language) {
            return "he".equals(language) ? hebrewReason : englishReason;
        }
    }

    /** @throws NotFoundException {@code branch.unknown} */
    public Place place(String branchCode) {
        return place(branches.inUse(branchCode));
    }

    private Place place(Branch branch) {
        return new Place(branch.code(), branch.name("he"), branch.name("en"), branch.address(), branch.town().name("he"), branch.town().name("en"), branch.phone().orElse(null), hours.of(branch).zone(), diary.today(branch), diary.last(branch));
    }

    /** For which one can book there. */
    public List<ReasonLine> reasons(String branchCode) {
        Branch branch = branches.inUse(branchCode);
        List<Long> bookable = appointments.capacity(branch.id()).stream().filter(row -> row.places() > 0).map(row -> row.reasonId()).distinct().toList();
        return branches.reasons(branch.id()).stream().filter(reason -> bookable.contains(reason.id())).map(ReasonLine::of).toList();
    }

    /** Days with something free, the nearest first. @param from null for today */
    public List<FreeDay> free(String branchCode, String reasonCode, LocalDate from, int days) {
        Branch branch = branches.inUse(branchCode);
        return diary.free(branch, steps.reason(branch, reasonCode), from, days).stream().map(FreeDay::of).toList();
    }

    /**
     * @param clientKey of the form: sent again it is the same appointment @return its code
     * @throws il.moked.shared.BusinessException {@code branch.appointment-taken}, {@code branch.appointment-many}, {@code shared.field-…}
     */
    public String book(String branchCode, String reasonCode, Instant at, String name, String telephone, String email, String clientKey, String language) {
        return steps.book(new AppointmentSteps.Wish(branchCode, reasonCode, at, null, name, telephone, email, Appointment.Way.SITE, null, clientKey, language), ArrivalLedger.CLOCK).code();
    }

    /** @throws NotFoundException {@code branch.unknown-appointment} */
    public OwnAppointment get(String code) {
        Appointment own = own(code);
        return new OwnAppointment(own.code(), own.version(), place(own.branch()), own.reason().code(), own.reason().name("he"), own.reason().name("en"), own.startsAt(), own.endsAt(), own.state(), own.moves() > 0, own.moves());
    }

    /** @param seen version, or null @throws il.moked.shared.BusinessException {@code branch.appointment-taken}, {@code branch.appointment-over} */
    public void move(String code, Integer seen, Instant at) {
        steps.move(own(code).id(), seen, at, ArrivalLedger.CLOCK);
    }

    /** @param seen version, or null @throws il.moked.shared.BusinessException {@code branch.appointment-over} */
    public void cancel(String code, Integer seen) {
        steps.cancel(own(code).id(), seen, ArrivalLedger.CLOCK, false);
    }

    private Appointment own(String code) {
        return appointments.withCode(code).orElseThrow(() -> new NotFoundException("branch.unknown-appointment"));
    }
}
