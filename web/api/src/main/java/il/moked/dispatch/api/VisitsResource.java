// SPDX-License-Identifier: Apache-2.0
package il.moked.dispatch.api;

import il.moked.dispatch.GeoPoint;
import il.moked.dispatch.Visit;
import il.moked.dispatch.ejb.Booking;
import il.moked.dispatch.ejb.Booking.Offer;
import il.moked.dispatch.ejb.Booking.Offers;
import il.moked.dispatch.ejb.Booking.Wanted;
import il.moked.dispatch.ejb.DayPlanning;
import il.moked.dispatch.ejb.VisitReading;
import il.moked.dispatch.ejb.VisitReading.Board;
import il.moked.dispatch.ejb.VisitReading.Conflict;
import il.moked.dispatch.ejb.VisitReading.VisitLine;
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
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Visits of technicians: which windows are free, booking one, the visits of a day, and planning a day again. */
@Path("visits")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class VisitsResource {
    private static final String REQUIRED = "shared.required";
    private static final String TOO_LONG = "shared.too-long";

    @Inject
    Checks checks;
    @Inject
    Booking booking;
    @Inject
    DayPlanning planning;
    @Inject
    VisitReading reading;

    /** @param from begin of the window, to its end @param expectedAt when the technician is planned to come, absent while nobody is free @param atRisk shekels of compensation that are to be expected */
    public record VisitBody(long id, String number, int version, long caseId, long customerId, String address, LocalDate day, Instant from, Instant to, Long technician, Instant expectedAt, Visit.State state, Visit.Cause cause, Instant arrivedAt, Instant endedAt, int compensation, int atRisk, Set<Conflict> conflicts) {
        static VisitBody of(VisitLine line) {
            return new VisitBody(line.id(), line.number(), line.version(), line.caseId(), line.customerId(), line.address(), line.day(), line.from(), line.to(), line.technicianId(), line.plannedAt(), line.state(), line.cause(), line.arrivedAt(), line.endedAt(), line.compensation(), line.atRisk(), line.conflicts());
        }
    }

    public record Rows(List<VisitBody> items) {
    }

    /** @param latitude, longitude both or none: the middle of the town @param parts how many of each by SKU @param from, to of the window: for offers only the begin, and that may be absent */
    public record Asking(@NotNull(message = REQUIRED) Long caseId, @NotBlank(message = REQUIRED) @Size(max = 40, message = TOO_LONG) String kind, @NotBlank(message = REQUIRED) @Size(max = 40, message = TOO_LONG) String locality, @Size(max = Visit.LONGEST_ADDRESS, message = TOO_LONG) String address,
            @Size(max = Visit.LONGEST_DIRECTIONS, message = TOO_LONG) String directions, Double latitude, Double longitude, Map<String, Integer> parts, int priority, Long preferredTechnician, Instant from, Instant to) {
        Wanted wanted() {
            return new Wanted(caseId, kind, locality, address, directions, latitude == null || longitude == null ? null : new GeoPoint(latitude, longitude), parts, priority, preferredTechnician);
        }

        /** @throws BusinessException {@code shared.field-missing} when not the whole window is said */
        Asking inWindow() {
            if (from == null || to == null) {
                throw new BusinessException("shared.field-missing", from == null ? "from" : "to");
            }
            return this;
        }
    }

    /** @param minutes of way and waiting it costs the technician */
    public record Window(Instant from, Instant to, long technician, long minutes, boolean otherTerritory) {
        static Window of(Offer offer) {
            return new Window(offer.from(), offer.to(), offer.technicianId(), offer.minutes(), offer.otherTerritory());
        }
    }

    /** @param wished absent when nobody is free then @param others best alternatives first @param lack what stands against the wish */
    public record Windows(Window wished, List<Window> others, Booking.Lack lack) {
    }

    /** @param done false while somebody else plans this day */
    public record Planned(boolean done, VisitReading.Run run, int unplanned) {
    }

    @POST
    @Path("offers")
    @Consumes(MediaType.APPLICATION_JSON)
    public Windows offers(Asking asking) {
        Offers found = booking.offers(checks.valid(asking).wanted(), asking.from());
        return new Windows(found.wished() == null ? null : Window.of(found.wished()), found.others().stream().map(Window::of).toList(), found.lack());
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    public Response book(Asking asking, @Context UriInfo here) {
        Asking checked = checks.valid(asking).inWindow();
        VisitLine line = reading.get(booking.book(checked.wanted(), checked.from(), checked.to()));
        return Response.created(here.getAbsolutePathBuilder().path(Long.toString(line.id())).build()).entity(VisitBody.of(line)).tag(Preconditions.tag(line.version())).build();
    }

    /** Of one day, or of one case. */
    @GET
    public Rows list(@QueryParam("day") String day, @QueryParam("case") Long caseId) {
        if (caseId != null) {
            return new Rows(reading.ofCase(caseId).stream().map(VisitBody::of).toList());
        }
        return new Rows(reading.board(day(day)).visits().stream().map(VisitBody::of).toList());
    }

    @GET
    @Path("{id}")
    public Response get(@PathParam("id") long id, @Context Request request) {
        VisitLine line = reading.get(id);
        return Preconditions.unlessSeen(request, line.version(), () -> VisitBody.of(line));
    }

    @DELETE
    @Path("{id}")
    public Response cancel(@PathParam("id") long id, @Context HttpHeaders headers) {
        booking.cancel(id, Preconditions.seen(headers));
        return Response.noContent().build();
    }

    /** Answers when it is planned, within the time an operator gives it. */
    @POST
    @Path("plans/{day}")
    public Planned plan(@PathParam("day") String day) {
        LocalDate wanted = day(day);
        boolean done = planning.plan(wanted);
        Board board = reading.board(wanted);
        return new Planned(done, board.run(), board.unplanned().size());
    }

    static LocalDate day(String given) {
        try {
            return LocalDate.parse(given == null ? "" : given);
        } catch (DateTimeException notOne) {
            throw new BusinessException("shared.bad-request");
        }
    }
}
