// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.api;

import il.moked.branch.Appointment;
import il.moked.branch.AppointmentSummary;
import il.moked.branch.ejb.AppointmentBooking;
import il.moked.branch.ejb.AppointmentBooking.FreeDay;
import il.moked.branch.ejb.AppointmentBooking.FreeTime;
import il.moked.branch.ejb.AppointmentBooking.NewAppointment;
import il.moked.branch.ejb.AppointmentReading;
import il.moked.shared.BusinessException;
import il.moked.shared.api.Checks;
import il.moked.shared.api.Idempotent;
import il.moked.shared.api.Preconditions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Appointments at a branch: what is free, booking, moving, cancelling, and those of a day. Each is named by its code. */
@Path("branches/{code}/appointments")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class BranchAppointmentsResource {
    static final int DAYS = 7;
    static final int MOST_DAYS = 14;
    private static final String REQUIRED = "shared.required";
    private static final String TOO_LONG = "shared.too-long";

    @Inject
    Checks checks;
    @Inject
    AppointmentBooking booking;
    @Inject
    AppointmentReading reading;

    /** @param movedAt absent when it was never moved @param endedAt when it was cancelled or given up */
    public record AppointmentBody(String appointment, int version, String branch, String reason, long customerId, Instant at, int minutes, Appointment.State state, Appointment.Way way, Instant bookedAt, Instant movedAt, Instant endedAt) {
        static AppointmentBody of(AppointmentSummary of) {
            return new AppointmentBody(of.code(), of.version(), of.branch(), of.reason(), of.customerId(), of.startsAt(), of.minutes(), of.state(), of.way(), of.bookedAt(), of.movedAt(), of.endedAt());
        }
    }

    public record Rows(List<AppointmentBody> items) {
    }

    public record Time(Instant at, int places) {
        static Time of(FreeTime of) {
            return new Time(of.at(), of.places());
        }
    }

    public record Day(LocalDate date, List<Time> times) {
        static Day of(FreeDay of) {
            return new Day(of.date(), of.times().stream().map(Time::of).toList());
        }
    }

    public record Free(List<Day> items) {
    }

    /** Of a known customer the id, else a name and one of telephone and mail. */
    public record Wanted(@NotBlank(message = REQUIRED) @Size(max = 40, message = TOO_LONG) String reason, @NotNull(message = REQUIRED) Instant at, Long customerId, @Size(max = 120, message = TOO_LONG) String name, @Size(max = 40, message = TOO_LONG) String telephone,
            @Size(max = 254, message = TOO_LONG) String email) {
        NewAppointment at(String branch) {
            return new NewAppointment(branch, reason, at, customerId, name, telephone, email, null, null);
        }
    }

    public record Moved(@NotNull(message = REQUIRED) Instant at) {
    }

    @GET
    @Path("free")
    public Free free(@PathParam("code") String code, @QueryParam("reason") String reason, @QueryParam("from") String from, @QueryParam("days") @DefaultValue("7") int days) {
        if (reason == null || reason.isBlank()) {
            throw new BusinessException("shared.field-missing", "reason");
        }
        return new Free(booking.free(code, reason, BranchesResource.date("from", from), BranchesResource.days(days, MOST_DAYS)).stream().map(Day::of).toList());
    }

    /** Of a day; of today when none is said. */
    @GET
    public Rows list(@PathParam("code") String code, @QueryParam("day") String day) {
        return new Rows(reading.day(code, BranchesResource.date("day", day)).stream().map(AppointmentBody::of).toList());
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    public Response book(@PathParam("code") String code, Wanted wanted, @Context UriInfo here) {
        AppointmentSummary booked = booking.book(checks.valid(wanted).at(code));
        return Response.created(here.getAbsolutePathBuilder().path(booked.code()).build()).entity(AppointmentBody.of(booked)).tag(Preconditions.tag(booked.version())).build();
    }

    @GET
    @Path("{appointment}")
    public Response get(@PathParam("code") String code, @PathParam("appointment") String appointment, @Context Request request) {
        AppointmentSummary found = reading.get(code, appointment);
        return Preconditions.unlessSeen(request, found.version(), () -> AppointmentBody.of(found));
    }

    @POST
    @Path("{appointment}/move")
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    public Response move(@PathParam("code") String code, @PathParam("appointment") String appointment, Moved moved, @Context HttpHeaders headers) {
        Moved valid = checks.valid(moved);
        booking.move(reading.get(code, appointment).id(), Preconditions.seen(headers), valid.at());
        AppointmentSummary now = reading.get(code, appointment);
        return Response.ok(AppointmentBody.of(now)).tag(Preconditions.tag(now.version())).build();
    }

    /** He is told. */
    @DELETE
    @Path("{appointment}")
    public Response cancel(@PathParam("code") String code, @PathParam("appointment") String appointment, @Context HttpHeaders headers) {
        booking.cancel(reading.get(code, appointment).id(), Preconditions.seen(headers));
        return Response.noContent().build();
    }
}
