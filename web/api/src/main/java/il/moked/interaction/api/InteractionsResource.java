// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.api;

import il.moked.card.ejb.Consulting;
import il.moked.card.ejb.Consulting.InteractionDetail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Conversations by their reference. */
@Path("interactions")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class InteractionsResource {
    @Inject
    Consulting consulting;

    @GET
    @Path("{reference}")
    public InteractionDetail get(@PathParam("reference") String reference) {
        return consulting.interaction(reference);
    }
}
