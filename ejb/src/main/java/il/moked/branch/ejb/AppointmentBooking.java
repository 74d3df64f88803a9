// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.ejb;

import il.moked.access.Role;
import il.moked.access.StaffUser;
import il.moked.access.ejb.CurrentUser;
import il.moked.branch.Appointment;
import il.moked.branch.Appointment.Way;
import il.moked.branch.AppointmentSummary;
import il.moked.branch.Appointments;
import il.moked.branch.BookableHours.Free;
import il.moked.branch.Branch;
import il.moked.branch.Branches;
import il.moked.branch.ejb.Greeting.ReasonLine;
import il.moked.channel.Channel;
import il.moked.customer.Customers;
import il.moked.customer.ejb.Outsourcing;
import il.moked.interaction.Interactions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Appointments for customers: what is free, booking, moving, cancelling. By our people from the customer's card or at the door of a branch, and by other systems. */
@Stateless
@RolesAllowed({Role.AGENT, Role.SUPERVISOR, Role.INTEGRATION})
public class AppointmentBooking {
    @Inject
    Branches branches;
    @Inject
    Appointments appointments;
    @Inject
    AppointmentDiary diary;
    @Inject
    AppointmentSteps steps;
    @Inject
    BranchAccess access;
    @Inject
    Customers customers;
    @Inject
    Interactions interactions;
    @Inject
    Outsourcing outsourcing;
    @Inject
    CurrentUser currentUser;

    /** Where one can be booked. */
    public record Place(String code, String hebrewName, String englishName) {
        public String name(String language) {
            return "he".equals(language) ? hebrewName : englishName;
        }
    }

    /** A moment that is free. @param places how many more can come then */
    public record FreeTime(Instant at, int places) {
    }

    /** A day with what is free on it. */
    public record FreeDay(LocalDate date, List<FreeTime> times) {
        static FreeDay of(AppointmentDiary.Day day) {
            return new FreeDay(day.date(), day.free().stream().map(FreeDay::time).toList());
        }

        private static FreeTime time(Free free) {
            return new FreeTime(free.startsAt(), free.places());
        }
    }

    /**
     * What is to be booked.
     *
     * @param branch and @param reason codes @param customerId of a known customer; without him @param name and one of @param telephone and @param email say who it is
     * @param interactionId the conversation in which it is agreed, or null @param clientKey the same key is the same appointment; or null
     */
    public record NewAppointment(String branch, String reason, Instant at, Long customerId, String name, String telephone, String email, Long interactionId, String clientKey) {
    }

    public List<Place> places() {
        return branches.open().stream().map(branch -> new Place(branch.code(), branch.name("he"), branch.name("en"))).toList();
    }

    /** For which one can be booked there. */
    public List<ReasonLine> reasons(String branchCode) {
        Branch branch = branches.inUse(branchCode);
        List<Long> bookable = appointments.capacity(branch.id()).stream().filter(row -> row.places() > 0).map(row -> row.reasonId()).distinct().toList();
        return branches.reasons(branch.id()).stream().filter(reason -> bookable.contains(reason.id())).map(ReasonLine::of).toList();
    }

    /** Days with something free, the nearest first. @param from null for today @param days to look through, at most 14 */
    public List<FreeDay> free(String branchCode, String reasonCode, LocalDate from, int days) {
        Branch branch = branches.inUse(branchCode);
        return diary.free(branch, steps.reason(branch, reasonCode), from, days).stream().map(FreeDay::of).toList();
    }

    /** The last day that can be booked there. */
    public LocalDate last(String branchCode) {
        return diary.last(branches.inUse(branchCode));
    }

    /**
     * He is told by text message or mail.
     *
     * @throws il.moked.shared.BusinessException {@code branch.appointment-taken}: somebody else was faster; {@code branch.appointment-past}, {@code branch.appointment-far}, {@code branch.appointment-double}, {@code shared.field-…}
     */
    public AppointmentSummary book(NewAppointment wanted) {
        if (wanted.customerId() != null) {
            outsourcing.check(customers.get(wanted.customerId()).id());
        } else {
            outsourcing.refuse();
        }
        String language = wanted.customerId() == null ? currentUser.get().language() : null;
        AppointmentSteps.Wish wish = new AppointmentSteps.Wish(wanted.branch(), wanted.reason(), wanted.at(), wanted.customerId(), wanted.name(), wanted.telephone(), wanted.email(), way(), channel(wanted), wanted.clientKey(), language);
        return AppointmentSummary.of(steps.book(wish, currentUser.name()));
    }

    private Way way() {
        StaffUser user = currentUser.get();
        if (user.has(Role.INTEGRATION)) {
            return Way.API;
        }
        return access.mine().isPresent() ? Way.GREETER : Way.AGENT;
    }

    /** Of the conversation with that very customer. */
    private Channel channel(NewAppointment wanted) {
        if (wanted.interactionId() == null || wanted.customerId() == null) {
            return null;
        }
        il.moked.interaction.Interaction spoken = interactions.get(wanted.interactionId());
        return spoken.customer().current().id().equals(customers.get(wanted.customerId()).id()) ? spoken.channel() : null;
    }

    /** @param seen version, or null @throws il.moked.shared.BusinessException as {@link #book}; {@code branch.appointment-over} @throws il.moked.shared.StaleVersionException when somebody changed it since */
    public AppointmentSummary move(long id, Integer seen, Instant at) {
        check(id);
        return AppointmentSummary.of(steps.move(id, seen, at, currentUser.name()));
    }

    /** He is told. @param seen version, or null @throws il.moked.shared.BusinessException {@code branch.appointment-over} @throws il.moked.shared.StaleVersionException when somebody changed it since */
    public AppointmentSummary cancel(long id, Integer seen) {
        check(id);
        return AppointmentSummary.of(steps.cancel(id, seen, currentUser.name(), true));
    }

    private void check(long id) {
        Appointment appointment = appointments.get(id);
        outsourcing.check(appointment.customer().current().id());
    }
}
