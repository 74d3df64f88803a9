// SPDX-License-Identifier: Apache-2.0
package il.moked.catalog.api;

import il.moked.catalog.api.PriceBodies.NewQuote;
import il.moked.catalog.api.PriceBodies.QuoteBody;
import il.moked.catalog.ejb.Quoting;
import il.moked.catalog.ejb.Quoting.QuoteDetail;
import il.moked.channel.Channel;
import il.moked.shared.Fields;
import il.moked.shared.api.Idempotent;
import il.moked.shared.api.Preconditions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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

/** Prices promised under a number that is good on every channel. */
@Path("quotes")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class QuotesResource {
    @Inject
    Quoting quoting;

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    public Response offer(String body, @Context UriInfo here) {
        NewQuote asked = NewQuote.read(body);
        QuoteDetail quote = quoting.offer(asked.basket(), asked.occasion());
        return Response.created(here.getAbsolutePathBuilder().path(quote.number()).build()).entity(QuoteBody.of(quote)).tag(Preconditions.tag(quote.version())).build();
    }

    /** By its number as people write it. */
    @GET
    @Path("{number}")
    public Response get(@PathParam("number") String number) {
        return answer(quoting.get(number));
    }

    /** The customer takes it. */
    @POST
    @Path("{number}/acceptance")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response accept(@PathParam("number") String number, String body) {
        Fields fields = PriceBodies.fields(body.isBlank() ? "{}" : body);
        Channel channel = fields.findOne("channel", Channel.class).orElse(null);
        fields.nothingElse();
        return answer(quoting.accept(number, channel));
    }

    /** It is not offered any more. */
    @DELETE
    @Path("{number}")
    public Response withdraw(@PathParam("number") String number) {
        return answer(quoting.withdraw(number));
    }

    private static Response answer(QuoteDetail quote) {
        return Response.ok(QuoteBody.of(quote)).tag(Preconditions.tag(quote.version())).build();
    }
}
