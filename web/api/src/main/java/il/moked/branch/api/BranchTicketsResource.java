// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.api;

import il.moked.branch.Arrival;
import il.moked.branch.Arrival.How;
import il.moked.branch.ArrivalLine;
import il.moked.branch.ejb.BranchTickets;
import il.moked.branch.ejb.BranchTickets.Ticket;
import il.moked.branch.ejb.Greeting.CheckedIn;
import il.moked.branch.ejb.Greeting.Visitor;
import il.moked.shared.api.Checks;
import il.moked.shared.api.Idempotent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;

/** Numbers at a branch: taken at the door or at home, looked at, given back. */
@Path("branches/{code}/tickets")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class BranchTicketsResource {
    private static final String TOO_LONG = "shared.too-long";

    @Inject
    Checks checks;
    @Inject
    BranchTickets tickets;

    /** @param already whether he had it before @param counter absent until he was called @param before how many are due before him @param minutes he will wait about so long, absent when no counter is open or he waits no more */
    public record TicketBody(long id, String number, String reason, Arrival.State state, How how, boolean already, boolean exceptional, Instant takenAt, Instant expectedAt, Instant arrivedAt, Instant appointmentAt, Integer counter, int before, Integer minutes) {
        static TicketBody of(CheckedIn in) {
            return of(in.visit(), in.already(), in.before(), in.minutes());
        }

        static TicketBody of(Ticket ticket) {
            return of(ticket.visit(), true, ticket.before(), ticket.minutes());
        }

        private static TicketBody of(ArrivalLine line, boolean already, int before, Integer minutes) {
            return new TicketBody(line.id(), line.number(), line.reason(), line.state(), line.how(), already, line.exceptional(), line.takenAt(), line.expectedAt(), line.arrivedAt(), line.appointmentAt(), line.counter(), before, minutes);
        }
    }

    /**
     * Who comes and why. Of a known customer the id, else what he says of himself.
     *
     * @param appointment code of the one he comes for @param expectedAt he takes his number at home and is there then; absent: he is at the door
     */
    public record Coming(Long customerId, @Size(max = 200, message = TOO_LONG) String name, @Size(max = 40, message = TOO_LONG) String telephone, @Size(max = 15, message = TOO_LONG) String nationalId, @Size(max = 40, message = TOO_LONG) String reason,
            @Size(max = 20, message = TOO_LONG) String appointment, Instant expectedAt) {
        Visitor visitor() {
            return new Visitor(customerId, name, telephone, nationalId, reason, appointment, expectedAt == null ? How.KIOSK : How.HOME, null);
        }
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    public Response checkIn(@PathParam("code") String code, Coming coming, @Context UriInfo here) {
        Coming valid = checks.valid(coming);
        TicketBody body = TicketBody.of(tickets.checkIn(code, valid.visitor(), valid.expectedAt()));
        return Response.created(here.getAbsolutePathBuilder().path(Long.toString(body.id())).build()).entity(body).build();
    }

    @GET
    @Path("{id}")
    public TicketBody get(@PathParam("code") String code, @PathParam("id") long id) {
        return TicketBody.of(tickets.get(code, id));
    }

    /** He need not wait any more. */
    @DELETE
    @Path("{id}")
    public Response leave(@PathParam("code") String code, @PathParam("id") long id) {
        tickets.leave(code, id);
        return Response.noContent().build();
    }
}
