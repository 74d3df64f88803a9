// SPDX-License-Identifier: Apache-2.0
package il.moked.customer.api;

import il.moked.customer.DuplicateWarning;
import il.moked.customer.api.CustomerBodies.ChangedBody;
import il.moked.customer.api.CustomerBodies.ContactPointChange;
import il.moked.customer.api.CustomerBodies.CustomerBody;
import il.moked.customer.api.CustomerBodies.Duplicate;
import il.moked.customer.api.CustomerBodies.DuplicatesProblem;
import il.moked.customer.api.CustomerBodies.Registering;
import il.moked.customer.ejb.IdentityReading;
import il.moked.customer.ejb.IdentityReading.Identity;
import il.moked.customer.ejb.Keeping;
import il.moked.customer.ejb.Registration;
import il.moked.customer.ejb.Registration.Outcome;
import il.moked.customer.ejb.Registration.Registered;
import il.moked.customer.ejb.Registration.Suspected;
import il.moked.shared.BusinessException;
import il.moked.shared.api.Idempotent;
import il.moked.shared.api.Preconditions;
import il.moked.shared.api.Problem;
import il.moked.shared.api.Refusal;
import il.moked.shared.api.Words;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;

/** Customers are registered and kept true by other systems. Every answer carries the version of the customer as its tag; every change of what is there says which it saw. */
@Path("customers")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class CustomerKeepingResource {
    private static final String MERGE_PATCH = "application/merge-patch+json";

    @Inject
    IdentityReading reading;
    @Inject
    Registration registration;
    @Inject
    Keeping keeping;

    /** 201, or 409 naming those who may be the same: nothing was kept then. */
    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    public Response register(String body, @Context UriInfo here, @Context HttpHeaders headers) {
        Registering written = Registering.read(body);
        Outcome outcome = registration.register(written.customer(), written.despite());
        if (outcome instanceof Registered registered) {
            return answer(registered.customerId(), Response.created(here.getAbsolutePathBuilder().path(Long.toString(registered.customerId())).build()));
        }
        return suspected((Suspected) outcome, headers);
    }

    /** A guest is known now. */
    @POST
    @Idempotent
    @Path("{id}/registration")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response registerGuest(@PathParam("id") long id, String body, @Context HttpHeaders headers) {
        Registering written = Registering.read(body);
        Outcome outcome = registration.registerGuest(id, Preconditions.seen(headers), written.customer(), written.despite());
        return outcome instanceof Registered registered ? answer(registered.customerId(), Response.ok()) : suspected((Suspected) outcome, headers);
    }

    private static Response suspected(Suspected suspected, HttpHeaders headers) {
        Problem problem = Refusal.of(new BusinessException("customer.duplicates"), Words.language(headers.getAcceptableLanguages()));
        return Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(DuplicatesProblem.of(problem, suspected.warnings())).build();
    }

    @GET
    @Path("{id}")
    public Response get(@PathParam("id") long id, @Context Request request) {
        Identity identity = reading.consult(id);
        return Preconditions.unlessSeen(request, identity.version(), () -> CustomerBody.of(identity));
    }

    @PATCH
    @Path("{id}")
    @Consumes({MERGE_PATCH, MediaType.APPLICATION_JSON})
    public Response change(@PathParam("id") long id, String body, @Context HttpHeaders headers) {
        List<DuplicateWarning> warnings = keeping.change(id, Preconditions.seen(headers), CustomerBodies.changes(body)).warnings();
        Identity now = reading.of(id);
        return Response.ok(new ChangedBody(CustomerBody.of(now), warnings.stream().map(Duplicate::of).toList())).tag(Preconditions.tag(now.version())).build();
    }

    @POST
    @Idempotent
    @Path("{id}/contact-points")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response addContactPoint(@PathParam("id") long id, String body, @Context UriInfo here, @Context HttpHeaders headers) {
        Keeping.Added added = keeping.addContactPoint(id, Preconditions.seen(headers), CustomerBodies.contactPoint(body));
        return answer(id, Response.created(here.getAbsolutePathBuilder().path(Long.toString(added.id())).build()));
    }

    /** Says that it was made sure of, is preferred, is whence he usually calls, or what he calls it; each of it or all together. */
    @PATCH
    @Path("{id}/contact-points/{point}")
    @Consumes({MERGE_PATCH, MediaType.APPLICATION_JSON})
    public Response changeContactPoint(@PathParam("id") long id, @PathParam("point") long point, String body, @Context HttpHeaders headers) {
        ContactPointChange change = ContactPointChange.read(body);
        keeping.changeContactPoint(id, Preconditions.seen(headers), point, new Keeping.ContactPointChange(change.label(), change.verified(), change.preferred(), change.usualCaller()));
        return answer(id, Response.ok());
    }

    @DELETE
    @Path("{id}/contact-points/{point}")
    public Response removeContactPoint(@PathParam("id") long id, @PathParam("point") long point, @Context HttpHeaders headers) {
        return Response.noContent().tag(Preconditions.tag(keeping.removeContactPoint(id, Preconditions.seen(headers), point))).build();
    }

    @POST
    @Idempotent
    @Path("{id}/identifiers")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response addIdentifier(@PathParam("id") long id, String body, @Context UriInfo here, @Context HttpHeaders headers) {
        Keeping.Added added = keeping.addIdentifier(id, Preconditions.seen(headers), CustomerBodies.identifier(body));
        return answer(id, Response.created(here.getAbsolutePathBuilder().path(Long.toString(added.id())).build()));
    }

    @DELETE
    @Path("{id}/identifiers/{identifier}")
    public Response removeIdentifier(@PathParam("id") long id, @PathParam("identifier") long identifier, @Context HttpHeaders headers) {
        return Response.noContent().tag(Preconditions.tag(keeping.removeIdentifier(id, Preconditions.seen(headers), identifier))).build();
    }

    private Response answer(long id, Response.ResponseBuilder answer) {
        Identity now = reading.of(id);
        return answer.entity(CustomerBody.of(now)).tag(Preconditions.tag(now.version())).build();
    }
}
