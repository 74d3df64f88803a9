// SPDX-License-Identifier: Apache-2.0
package il.moked.customer.api;

import il.moked.channel.Channel;
import il.moked.customer.Consent;
import il.moked.customer.ConsentPolicy;
import il.moked.customer.Consents;
import il.moked.customer.api.CustomerBodies.NewHousemate;
import il.moked.customer.api.CustomerBodies.TiesBody;
import il.moked.customer.ejb.Consenting;
import il.moked.customer.ejb.Consenting.ConsentLine;
import il.moked.customer.ejb.IdentityReading;
import il.moked.customer.ejb.Relating;
import il.moked.interaction.InteractionLine;
import il.moked.shared.OneOf;
import il.moked.shared.Page;
import il.moked.shared.WrongFieldsException;
import il.moked.shared.api.Idempotent;
import il.moked.shared.api.Place;
import il.moked.shared.api.Preconditions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** To whom customers belong, and what they allow. */
@Path("customers")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class CustomerTiesResource {
    @Inject
    IdentityReading reading;
    @Inject
    Relating relating;
    @Inject
    Consenting consenting;

    /** @param id of what was made */
    public record Made(long id) {
    }

    @GET
    @Path("{id}/relations")
    public TiesBody relations(@PathParam("id") long id) {
        return TiesBody.of(reading.consultTies(id));
    }

    @POST
    @Idempotent
    @Path("{id}/household-members")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response livesWith(@PathParam("id") long id, String body) {
        NewHousemate other = NewHousemate.read(body);
        return Response.status(Response.Status.CREATED).entity(new Made(relating.livesWith(id, other.customerId(), other.part()))).build();
    }

    @DELETE
    @Path("{id}/households/{household}")
    public void leavesHousehold(@PathParam("id") long id, @PathParam("household") long household) {
        relating.leavesHousehold(id, household);
    }

    @PUT
    @Path("{id}/parent")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response belongsTo(@PathParam("id") long id, String body, @Context HttpHeaders headers) {
        return Response.noContent().tag(Preconditions.tag(relating.belongsTo(id, Preconditions.seen(headers), CustomerBodies.parent(body)))).build();
    }

    @POST
    @Idempotent
    @Path("{id}/authorised-persons")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response authorise(@PathParam("id") long id, String body) {
        return Response.status(Response.Status.CREATED).entity(new Made(relating.authorise(id, CustomerBodies.authorisation(body)))).build();
    }

    @PATCH
    @Path("{id}/authorised-persons/{authorisation}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    public void endAuthorisation(@PathParam("id") long id, @PathParam("authorisation") long authorisation, String body) {
        relating.endAuthorisation(id, authorisation, CustomerBodies.until(body));
    }

    /** Newest first, as the lists of conversations. */
    @GET
    @Path("{id}/consents")
    public Response consents(@PathParam("id") long id, @QueryParam("cursor") String cursor, @QueryParam("size") @DefaultValue("20") int size, @Context UriInfo here) {
        InteractionLine.Cursor after = Place.read(cursor);
        Page<ConsentLine> page = consenting.history(id, after == null ? null : new Consents.Cursor(after.lastMessageAt(), after.id()), size);
        Response.ResponseBuilder answer = Response.ok(new CustomersResource.Rows<>(page.rows()));
        if (page.more()) {
            ConsentLine last = page.rows().get(page.rows().size() - 1);
            answer.link(here.getRequestUriBuilder().replaceQueryParam("cursor", Place.written(new InteractionLine.Cursor(last.saidAt(), last.id()))).build(), "next");
        }
        return answer.build();
    }

    @POST
    @Idempotent
    @Path("{id}/consents")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response consent(@PathParam("id") long id, String body) {
        return Response.status(Response.Status.CREATED).entity(consenting.record(id, CustomerBodies.consent(body))).build();
    }

    /** @param reason why, or why not @param consentId what he said that decides; absent when he never spoke of it */
    public record Verdict(boolean may, ConsentPolicy.Reason reason, Long consentId) {
    }

    /** Whether he may be addressed there now. */
    @GET
    @Path("{id}/consents/verdict")
    public Verdict verdict(@PathParam("id") long id, @QueryParam("channel") String channel, @QueryParam("purpose") String purpose) {
        ConsentPolicy.Verdict verdict = consenting.verdict(id, one("channel", channel, Channel.class), one("purpose", purpose, Consent.Purpose.class));
        return new Verdict(verdict.may(), verdict.reason(), verdict.consentId());
    }

    private static <E extends Enum<E>> E one(String field, String written, Class<E> type) {
        return OneOf.named(type, written).orElseThrow(() -> new WrongFieldsException(field, written == null ? "shared.required" : "shared.choice"));
    }
}
