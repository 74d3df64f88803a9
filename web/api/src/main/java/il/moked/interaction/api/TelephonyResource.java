// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.api;

import il.moked.interaction.ejb.Exchanging;
import il.moked.shared.api.Checks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** The telephony port over HTTP, for any exchange that can make a request. {@link ExchangeDoor} is the same as a WebSocket. */
@Path("telephony/{account}")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class TelephonyResource {
    @Inject
    Checks checks;
    @Inject
    Exchanging exchanging;

    /** @param repeated whether it had been told before */
    public record Kept(String id, boolean repeated) {
    }

    /** What is to be done. */
    public record Commands(List<CommandLine> items) {
    }

    @POST
    @Path("events")
    public Response tell(@PathParam("account") String account, NewCallEvent event) {
        boolean fresh = exchanging.told(account, checks.valid(event).event());
        return Response.accepted(new Kept(event.id(), !fresh)).build();
    }

    @GET
    @Path("commands")
    public Commands commands(@PathParam("account") String account) {
        return new Commands(exchanging.fetch(account).stream().map(CommandLine::of).toList());
    }

    @POST
    @Path("commands/{id}")
    public void settle(@PathParam("account") String account, @PathParam("id") long id, CommandResult result) {
        exchanging.settled(account, id, checks.valid(result).outcome(), result.reason());
    }
}
