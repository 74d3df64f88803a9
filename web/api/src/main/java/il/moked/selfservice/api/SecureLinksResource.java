// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice.api;

import il.moked.selfservice.SecureLink;
import il.moked.selfservice.SignedForm.Difference;
import il.moked.selfservice.ejb.LinkReading;
import il.moked.selfservice.ejb.LinkReading.Checked;
import il.moked.selfservice.ejb.LinkReading.LinkLine;
import il.moked.selfservice.ejb.LinkReading.Paper;
import il.moked.selfservice.ejb.LinkSending;
import il.moked.selfservice.ejb.LinkSending.Wish;
import il.moked.shared.api.Checks;
import il.moked.shared.api.Idempotent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
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
import java.util.List;
import java.util.Set;

/** Links that customers are sent to sign, photograph, pay or look at. Their address is never told here: it goes to the customer alone. */
@Path("secure-links")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class SecureLinksResource {
    private static final String REQUIRED = "shared.required";
    private static final String TOO_LONG = "shared.too-long";

    @Inject
    Checks checks;
    @Inject
    LinkSending sending;
    @Inject
    LinkReading reading;

    /** @param interactionId or @param caseId at least one @param form code, to be signed @param order number, to be paid @param digits agreed with the customer; absent where a code is sent @param hours it is good, at most 24 */
    public record Wanted(@NotNull(message = REQUIRED) SecureLink.Kind kind, Long interactionId, Long caseId, @Size(max = 40, message = TOO_LONG) String form, @Size(max = 40, message = TOO_LONG) String order, SecureLink.Way way, @Size(max = 8, message = TOO_LONG) String digits, Integer hours) {
        Wish wish() {
            return new Wish(kind, interactionId, caseId, form, order, way, digits, hours);
        }
    }

    /** @param received files that are in the conversation @param checking files that are being checked @param infected files that were thrown away */
    public record LinkBody(String reference, SecureLink.Kind kind, SecureLink.State state, String title, SecureLink.Way way, SecureLink.Proof proof, long customerId, Long interactionId, Long caseId, String sentBy, Instant sentAt, Instant expiresAt, Instant openedAt, Instant settledAt, long received, long checking,
            long infected) {
        static LinkBody of(LinkLine of) {
            return new LinkBody(of.reference(), of.kind(), of.state(), of.title(), of.way(), of.proof(), of.customerId(), of.interactionId(), of.caseId(), of.sentBy(), of.sentAt(), of.expiresAt(), of.openedAt(), of.settledAt(), of.received(), of.checking(), of.infected());
        }
    }

    /** @param different nothing when it is as it was signed */
    public record CheckBody(long number, Set<Difference> different) {
        static CheckBody of(Checked of) {
            return new CheckBody(of.number(), of.different());
        }
    }

    public record ChainBody(long forms, List<CheckBody> wrong) {
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    public Response send(Wanted wanted, @Context UriInfo here) {
        LinkLine sent = reading.get(sending.send(checks.valid(wanted).wish()));
        return Response.created(here.getAbsolutePathBuilder().path(sent.reference()).build()).entity(LinkBody.of(sent)).build();
    }

    @GET
    @Path("{reference}")
    public LinkBody get(@PathParam("reference") String reference) {
        return LinkBody.of(reading.get(reference));
    }

    @DELETE
    @Path("{reference}")
    public Response withdraw(@PathParam("reference") String reference) {
        sending.withdraw(reference);
        return Response.noContent().build();
    }

    @GET
    @Path("{reference}/signed.pdf")
    @Produces("application/pdf")
    public Response paper(@PathParam("reference") String reference) {
        Paper paper = reading.paper(reference);
        return Response.ok(paper.pdf(), "application/pdf").header("Content-Disposition", "attachment; filename=\"" + paper.fileName() + "\"").build();
    }

    @GET
    @Path("{reference}/check")
    public CheckBody check(@PathParam("reference") String reference) {
        return CheckBody.of(reading.check(reference));
    }

    /** All that ever was signed. */
    @GET
    @Path("check")
    public ChainBody checkAll() {
        LinkReading.Chain chain = reading.checkAll();
        return new ChainBody(chain.forms(), chain.wrong().stream().map(CheckBody::of).toList());
    }
}
