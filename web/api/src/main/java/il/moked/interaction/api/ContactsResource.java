// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.api;

import il.moked.interaction.ejb.Submitting;
import il.moked.interaction.ejb.Submitting.Receipt;
import il.moked.shared.api.Checks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Contacts that other systems hand in. */
@Path("contacts")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ContactsResource {
    @Inject
    Checks checks;
    @Inject
    Submitting submitting;

    /** @param reference what the conversation is found and followed by */
    public record Accepted(String externalId, String reference) {
    }

    /** 202 once it is kept and will become a conversation, 200 when it had been handed in before: the external id is the key. */
    @POST
    public Response submit(NewContact contact) {
        Receipt receipt = submitting.submit(checks.valid(contact).submission());
        return Response.status(receipt.repeated() ? Response.Status.OK : Response.Status.ACCEPTED).entity(new Accepted(receipt.externalId(), receipt.reference())).build();
    }
}
