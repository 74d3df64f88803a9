// SPDX-License-Identifier: Apache-2.0
package il.moked.promise.api;

import il.moked.promise.PromiseLine;
import il.moked.promise.ejb.PromiseReading;
import il.moked.promise.ejb.Promising;
import il.moked.shared.api.Checks;
import il.moked.shared.api.Idempotent;
import il.moked.shared.api.Preconditions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

/** One promise, and how it ended. A change says in {@code If-Match} what it saw. */
@Path("promises")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class PromisesResource {
    @Inject
    PromiseReading reading;
    @Inject
    Promising promising;
    @Inject
    Checks checks;

    @GET
    @Path("{id}")
    public Response get(@PathParam("id") long id, @Context Request request) {
        PromiseLine line = reading.get(id);
        return Preconditions.unlessSeen(request, line.version(), () -> PromiseDetail.of(line));
    }

    @POST
    @Path("{id}/keep")
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    public Response keep(@PathParam("id") long id, Kept kept, @Context HttpHeaders headers) {
        Kept checked = checks.valid(kept);
        promising.keep(id, Preconditions.seen(headers), checked.by(), checked.what());
        return now(id);
    }

    @POST
    @Path("{id}/cancel")
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    public Response cancel(@PathParam("id") long id, Cancelled cancelled, @Context HttpHeaders headers) {
        Cancelled checked = checks.valid(cancelled);
        promising.cancel(id, Preconditions.seen(headers), checked.why());
        return now(id);
    }

    @POST
    @Path("{id}/reschedule")
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    public Response reschedule(@PathParam("id") long id, Rescheduled rescheduled, @Context HttpHeaders headers) {
        Rescheduled checked = checks.valid(rescheduled);
        promising.reschedule(id, Preconditions.seen(headers), checked.until(), checked.why());
        return now(id);
    }

    private Response now(long id) {
        PromiseLine line = reading.get(id);
        return Response.ok(PromiseDetail.of(line)).tag(Preconditions.tag(line.version())).build();
    }
}
