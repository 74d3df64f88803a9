// SPDX-License-Identifier: Apache-2.0
package il.moked.promise.api;

import il.moked.interaction.InteractionLine;
import il.moked.promise.PromiseLine;
import il.moked.promise.ejb.PromiseReading;
import il.moked.promise.ejb.Promising;
import il.moked.shared.Page;
import il.moked.shared.api.Checks;
import il.moked.shared.api.Idempotent;
import il.moked.shared.api.Place;
import il.moked.shared.api.Preconditions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;

/** What a customer was promised. */
@Path("customers/{id}/promises")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class CustomerPromisesResource {
    @Inject
    PromiseReading reading;
    @Inject
    Promising promising;
    @Inject
    Checks checks;

    /** A list without a total: nothing here counts history. */
    public record Rows(List<PromiseDetail> items) {
    }

    /** Newest first. A {@code Link} header with {@code rel="next"} leads to the next page when there is one. */
    @GET
    public Response list(@PathParam("id") long id, @QueryParam("cursor") String cursor, @QueryParam("size") @DefaultValue("20") int size, @Context UriInfo here) {
        InteractionLine.Cursor place = Place.read(cursor);
        Page<PromiseLine> page = reading.pageOf(id, place == null ? null : new PromiseLine.Cursor(place.lastMessageAt(), place.id()), size);
        Response.ResponseBuilder answer = Response.ok(new Rows(page.rows().stream().map(PromiseDetail::of).toList()));
        if (page.more()) {
            PromiseLine last = page.rows().get(page.rows().size() - 1);
            answer.link(here.getRequestUriBuilder().replaceQueryParam("cursor", Place.written(new InteractionLine.Cursor(last.givenAt(), last.id()))).build(), "next");
        }
        return answer.build();
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    public Response give(@PathParam("id") long id, NewPromise promise, @Context UriInfo here) {
        Promising.Given given = promising.give(checks.valid(promise).to(id));
        PromiseLine line = reading.get(given.id());
        return Response.created(here.getBaseUriBuilder().path("promises").path(Long.toString(given.id())).build()).entity(PromiseDetail.of(line)).tag(Preconditions.tag(line.version())).build();
    }
}
