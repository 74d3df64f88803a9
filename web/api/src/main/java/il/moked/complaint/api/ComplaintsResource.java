// SPDX-License-Identifier: Apache-2.0
package il.moked.complaint.api;

import il.moked.casework.ejb.CaseHandling;
import il.moked.complaint.Complaint.Stage;
import il.moked.complaint.ComplaintLine;
import il.moked.complaint.EvidenceFile.Finding;
import il.moked.complaint.ejb.ComplaintHandling;
import il.moked.complaint.ejb.ComplaintReading;
import il.moked.complaint.ejb.ComplaintReading.CauseLine;
import il.moked.complaint.ejb.ComplaintReading.ComplaintDetail;
import il.moked.complaint.ejb.EvidenceKeeping;
import il.moked.complaint.ejb.EvidenceKeeping.FileLine;
import il.moked.complaint.ejb.EvidenceKeeping.Produced;
import il.moked.interaction.InteractionLine;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;

/** Complaints: another system raises its own, follows all and brings them further, and fetches evidence. A step says in {@code If-Match} what it saw. */
@Path("complaints")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class ComplaintsResource {
    private static final String PDF = "application/pdf";

    @Inject
    Checks checks;
    @Inject
    CaseHandling cases;
    @Inject
    ComplaintHandling handling;
    @Inject
    ComplaintReading reading;
    @Inject
    EvidenceKeeping evidence;

    /** One row of the list. @param dueAt end of the time the law gives */
    public record LineBody(long id, String number, long customerId, String subject, Stage stage, boolean ombudsman, String sku, String component, String owner, Instant receivedAt, Instant dueAt, Instant decidedAt, boolean overdue) {
        static LineBody of(ComplaintLine line) {
            return new LineBody(line.caseId(), line.number(), line.customerId(), line.subject(), line.stage(), line.ombudsman(), line.sku(), line.component(), line.owner(), line.receivedAt(), line.dueAt(), line.decidedAt(), line.overdue());
        }
    }

    /** A page without a total. */
    public record Rows(List<LineBody> items) {
    }

    public record Causes(List<CauseLine> items) {
    }

    public record Files(List<FileLine> items) {
    }

    /** @param clean whether all still is as the file says */
    public record Checked(boolean clean, List<Finding> findings) {
    }

    /** Those that are not closed, whose time by the law is over first. */
    @GET
    public Response list(@QueryParam("ombudsman") @DefaultValue("false") boolean ombudsman, @QueryParam("cursor") String cursor, @QueryParam("size") @DefaultValue("20") int size, @Context UriInfo here) {
        InteractionLine.Cursor place = Place.read(cursor);
        Page<ComplaintLine> page = reading.live(ombudsman, place == null ? null : new ComplaintLine.Cursor(place.lastMessageAt(), place.id()), size);
        Response.ResponseBuilder answer = Response.ok(new Rows(page.rows().stream().map(LineBody::of).toList()));
        if (page.more()) {
            ComplaintLine last = page.rows().get(page.rows().size() - 1);
            answer.link(here.getRequestUriBuilder().replaceQueryParam("cursor", Place.written(new InteractionLine.Cursor(last.dueAt(), last.caseId()))).build(), "next");
        }
        return answer.build();
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    public Response raise(NewComplaint complaint, @Context UriInfo here) {
        long id = checks.valid(complaint).raise(cases, handling);
        ComplaintDetail raised = reading.get(id);
        return Response.created(here.getAbsolutePathBuilder().path(Long.toString(id)).build()).entity(ComplaintBody.of(raised)).tag(Preconditions.tag(raised.version())).build();
    }

    /** Codes of causes, by product and component. */
    @GET
    @Path("causes")
    public Causes causes() {
        return new Causes(reading.causes());
    }

    @GET
    @Path("{id}")
    public Response get(@PathParam("id") long id, @Context Request request) {
        ComplaintDetail found = reading.get(id);
        return Preconditions.unlessSeen(request, found.version(), () -> ComplaintBody.of(found));
    }

    @POST
    @Path("{id}/steps")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response step(@PathParam("id") long id, ComplaintStepBody step, @Context HttpHeaders headers) {
        checks.valid(step).take(handling, cases, id, Preconditions.seen(headers));
        ComplaintDetail now = reading.get(id);
        return Response.ok(ComplaintBody.of(now)).tag(Preconditions.tag(now.version())).build();
    }

    /** Makes an evidence file of everything until now. @param language of its headings, he or en */
    @POST
    @Path("{id}/evidence")
    @Produces({PDF, MediaType.APPLICATION_JSON})
    public Response produce(@PathParam("id") long id, @QueryParam("language") @DefaultValue("he") String language, @Context UriInfo here) {
        Produced made = evidence.produce(id, "en".equals(language) ? "en" : "he");
        return Response.created(here.getAbsolutePathBuilder().path(Integer.toString(made.file().number())).build()).type(PDF).header("Content-Disposition", "attachment; filename=\"" + made.fileName() + "\"").entity(made.pdf()).build();
    }

    @GET
    @Path("{id}/evidence")
    public Files files(@PathParam("id") long id) {
        return new Files(evidence.files(id));
    }

    /** Whether everything still is as that file says. */
    @GET
    @Path("{id}/evidence/{number}")
    public Checked check(@PathParam("id") long id, @PathParam("number") int number) {
        List<Finding> findings = evidence.check(id, number);
        return new Checked(findings.isEmpty(), findings);
    }
}
