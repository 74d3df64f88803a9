// SPDX-License-Identifier: Apache-2.0
package il.moked.offer.api;

import il.moked.interaction.InteractionLine;
import il.moked.offer.Lead;
import il.moked.offer.LeadLine;
import il.moked.offer.ejb.LeadHandling;
import il.moked.offer.ejb.LeadHandling.Whose;
import il.moked.shared.BusinessException;
import il.moked.shared.Money;
import il.moked.shared.Page;
import il.moked.shared.api.Checks;
import il.moked.shared.api.Idempotent;
import il.moked.shared.api.Place;
import il.moked.shared.api.Preconditions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Leads for a system in which sales people work: it lists them, brings its own, and says what became of them. */
@Path("leads")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class LeadsResource {
    private static final String REQUIRED = "shared.required";
    private static final String TOO_LONG = "shared.too-long";

    @Inject
    Checks checks;
    @Inject
    LeadHandling handling;

    /** @param worth agorot, absent when nobody said @param owner user name of whoever took it */
    public record LeadBody(long id, int version, long customerId, String customer, String subject, String reason, Long worth, String sku, Long offerId, long teamId, String owner, Lead.State state, Lead.Loss loss, String madeBy, Instant createdAt,
            Instant takenAt, Instant endedAt) {
        static LeadBody of(LeadLine lead) {
            return new LeadBody(lead.id(), lead.version(), lead.customerId(), lead.customer(), lead.subject(), lead.reason(), lead.worthMinor(), lead.sku(), lead.offerId(), lead.teamId(), lead.ownerUserName(), lead.state(), lead.loss(), lead.madeBy(),
                    lead.createdAt(), lead.takenAt(), lead.endedAt());
        }
    }

    /** A page without a total. */
    public record Rows(List<LeadBody> items) {
    }

    /** @param worth agorot @param teamId absent: the team of the offer, else the one that sells */
    public record NewLead(@NotNull(message = REQUIRED) Long customerId, @NotBlank(message = REQUIRED) @Size(max = Lead.LONGEST_SUBJECT, message = TOO_LONG) String subject,
            @NotBlank(message = REQUIRED) @Size(max = Lead.LONGEST_REASON, message = TOO_LONG) String reason, @Min(value = 0, message = "shared.invalid") @Max(value = Lead.MOST_SHEKELS * 100, message = "shared.invalid") Long worth,
            @Size(max = 40, message = TOO_LONG) String sku, Long offerId, Long teamId) {
    }

    /** @param state what it becomes: TAKEN, NEW (given back or opened again), WON or LOST @param loss why it was lost */
    public record Change(@NotNull(message = REQUIRED) Lead.State state, Lead.Loss loss) {
    }

    /** Newest first. @param state OPEN, ENDED or one state */
    @GET
    public Response list(@QueryParam("state") @DefaultValue("OPEN") String state, @QueryParam("cursor") String cursor, @QueryParam("size") @DefaultValue("20") int size, @Context UriInfo here) {
        InteractionLine.Cursor place = Place.read(cursor);
        Page<LeadLine> page = handling.list(Whose.ALL, states(state), place == null ? null : new LeadLine.Cursor(place.lastMessageAt(), place.id()), size);
        Response.ResponseBuilder answer = Response.ok(new Rows(page.rows().stream().map(LeadBody::of).toList()));
        if (page.more()) {
            LeadLine last = page.rows().get(page.rows().size() - 1);
            answer.link(here.getRequestUriBuilder().replaceQueryParam("cursor", Place.written(new InteractionLine.Cursor(last.createdAt(), last.id()))).build(), "next");
        }
        return answer.build();
    }

    private static Set<Lead.State> states(String asked) {
        if ("OPEN".equals(asked)) {
            return LeadHandling.OPEN;
        }
        if ("ENDED".equals(asked)) {
            return LeadHandling.ENDED;
        }
        try {
            return EnumSet.of(Lead.State.valueOf(asked));
        } catch (IllegalArgumentException unknown) {
            throw new BusinessException("shared.bad-request");
        }
    }

    @GET
    @Path("{id}")
    public Response get(@PathParam("id") long id) {
        LeadLine lead = handling.get(id);
        return Response.ok(LeadBody.of(lead)).tag(Preconditions.tag(lead.version())).build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    public Response make(NewLead lead, @Context UriInfo here) {
        NewLead checked = checks.valid(lead);
        LeadLine made = handling.make(checked.customerId(), new Lead.About(checked.subject(), checked.reason(), checked.worth() == null ? null : Money.agorot(checked.worth()), checked.sku(), checked.offerId(), null), checked.teamId());
        return Response.created(here.getAbsolutePathBuilder().path(Long.toString(made.id())).build()).entity(LeadBody.of(made)).tag(Preconditions.tag(made.version())).build();
    }

    /** The version that was seen is said in {@code If-Match}. */
    @PATCH
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response change(@PathParam("id") long id, Change change, @Context HttpHeaders headers) {
        Change checked = checks.valid(change);
        int seen = Preconditions.seen(headers);
        LeadLine lead = switch (checked.state()) {
            case TAKEN -> handling.take(id, seen);
            case WON -> handling.win(id, seen);
            case LOST -> handling.lose(id, seen, checked.loss());
            case NEW -> handling.get(id).state().ended() ? handling.reopen(id, seen) : handling.giveBack(id, seen);
        };
        return Response.ok(LeadBody.of(lead)).tag(Preconditions.tag(lead.version())).build();
    }
}
