// SPDX-License-Identifier: Apache-2.0
package il.moked.casework.api;

import il.moked.casework.CaseLine;
import il.moked.casework.CaseQuery;
import il.moked.casework.CaseQuery.Phase;
import il.moked.casework.CaseQuery.Whose;
import il.moked.casework.ServiceCase;
import il.moked.casework.ServiceCase.About;
import il.moked.casework.ServiceCase.State;
import il.moked.casework.SlaMetric;
import il.moked.casework.SlaState;
import il.moked.casework.ejb.CaseHandling;
import il.moked.casework.ejb.CaseHandling.NewCase;
import il.moked.casework.ejb.CaseReading;
import il.moked.casework.ejb.CaseReading.CaseDetail;
import il.moked.casework.ejb.CaseReading.ClockLine;
import il.moked.interaction.InteractionLine;
import il.moked.shared.OneOf;
import il.moked.shared.Page;
import il.moked.shared.api.Checks;
import il.moked.shared.api.Idempotent;
import il.moked.shared.api.Place;
import il.moked.shared.api.Preconditions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
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

/** Cases: another system opens its own, lists all, and says what becomes of one. A change says in {@code If-Match} what it saw. */
@Path("cases")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class CasesResource {
    private static final String REQUIRED = "shared.required";
    private static final String TOO_LONG = "shared.too-long";

    @Inject
    Checks checks;
    @Inject
    CaseHandling handling;
    @Inject
    CaseReading reading;

    /** @param owner user name, absent while nobody deals with it @param team code @param dueAt of the clock that is due next, absent when none runs @param late whether the time of a running clock is over @param clocks of one case only: each run, the newest of a metric first */
    public record CaseBody(long id, String number, int version, long customerId, ServiceCase.Kind kind, ServiceCase.Severity severity, String subject, String description, State state, ServiceCase.Cause cause, String owner, String team, Instant dueAt, SlaMetric dueMetric,
            boolean late, Instant openedAt, Instant receivedAt, Instant closedAt, Long mergedInto, List<ClockBody> clocks) {
        static CaseBody of(CaseLine line, String description, List<ClockBody> clocks) {
            return new CaseBody(line.id(), line.number(), line.version(), line.customerId(), line.kind(), line.severity(), line.subject(), description, line.state(), line.cause(), line.ownerName(), line.teamCode(), line.due().orElse(null),
                    line.dueMetric(), line.breached(), line.openedAt(), line.receivedAt(), line.closedAt(), line.mergedInto(), clocks);
        }
    }

    /** @param target seconds of business time @param taken seconds of business time that counted @param dueAt absent while it pauses */
    public record ClockBody(SlaMetric metric, int run, SlaState.Status status, Instant startedAt, long target, long taken, Instant dueAt, Instant breachedAt, Instant endedAt) {
        static ClockBody of(ClockLine line) {
            return new ClockBody(line.metric(), line.run(), line.status(), line.startedAt(), line.target().toSeconds(), line.taken().toSeconds(), line.due(), line.breachedAt(), line.endedAt());
        }
    }

    /** A page without a total. */
    public record Rows(List<CaseBody> items) {
    }

    /** @param team code of who deals with it */
    public record Opening(@NotNull(message = REQUIRED) Long customerId, @NotNull(message = REQUIRED) ServiceCase.Kind kind, ServiceCase.Severity severity, @NotBlank(message = REQUIRED) @Size(max = ServiceCase.LONGEST_SUBJECT, message = TOO_LONG) String subject,
            @Size(max = ServiceCase.LONGEST_DESCRIPTION, message = TOO_LONG) String description, @Size(max = 40, message = TOO_LONG) String sku, @NotBlank(message = REQUIRED) @Size(max = 80, message = TOO_LONG) String team) {
    }

    /** @param cause needed for CLOSED @param note internal, with CLOSED */
    public record Change(@NotNull(message = REQUIRED) State state, ServiceCase.Cause cause, @Size(max = ServiceCase.LONGEST_NOTE, message = TOO_LONG) String note) {
    }

    /** Live ones due first, solved and closed ones newest first. @param phase one of {@link Phase} */
    @GET
    public Response list(@QueryParam("phase") @DefaultValue("LIVE") String phase, @QueryParam("customer") Long customer, @QueryParam("cursor") String cursor, @QueryParam("size") @DefaultValue("20") int size, @Context UriInfo here) {
        Phase wanted = OneOf.needed(Phase.class, phase);
        InteractionLine.Cursor place = Place.read(cursor);
        CaseLine.Cursor after = place == null ? null : new CaseLine.Cursor(place.lastMessageAt(), place.id());
        Page<CaseLine> page = customer == null ? reading.list(new CaseQuery(Whose.ALL, wanted, null, null, false), after, size) : reading.ofCustomer(customer, after, size);
        Response.ResponseBuilder answer = Response.ok(new Rows(page.rows().stream().map(line -> CaseBody.of(line, null, null)).toList()));
        if (page.more()) {
            CaseLine last = page.rows().get(page.rows().size() - 1);
            CaseLine.Cursor next = customer == null && wanted.live() ? last.byDue() : last.byOpening();
            answer.link(here.getRequestUriBuilder().replaceQueryParam("cursor", Place.written(new InteractionLine.Cursor(next.at(), next.id()))).build(), "next");
        }
        return answer.build();
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    public Response open(Opening opening, @Context UriInfo here) {
        Opening checked = checks.valid(opening);
        long id = handling.open(new NewCase(checked.customerId(), new About(checked.kind(), checked.severity(), checked.subject(), checked.description(), checked.sku(), null), null, checked.team()));
        CaseDetail opened = reading.get(id);
        return Response.created(here.getAbsolutePathBuilder().path(Long.toString(id)).build()).entity(body(opened)).tag(Preconditions.tag(opened.line().version())).build();
    }

    @GET
    @Path("{id}")
    public Response get(@PathParam("id") long id, @Context Request request) {
        CaseDetail found = reading.get(id);
        return Preconditions.unlessSeen(request, found.line().version(), () -> body(found));
    }

    private static CaseBody body(CaseDetail detail) {
        return CaseBody.of(detail.line(), detail.description(), detail.clocks().stream().map(ClockBody::of).toList());
    }

    @PATCH
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response change(@PathParam("id") long id, Change change, @Context HttpHeaders headers) {
        Change checked = checks.valid(change);
        int seen = Preconditions.seen(headers);
        if (checked.state() == State.CLOSED) {
            handling.close(id, seen, checked.cause(), checked.note());
        } else {
            handling.become(id, seen, checked.state());
        }
        CaseDetail now = reading.get(id);
        return Response.ok(body(now)).tag(Preconditions.tag(now.line().version())).build();
    }
}
