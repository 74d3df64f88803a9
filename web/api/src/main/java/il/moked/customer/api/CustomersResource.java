// SPDX-License-Identifier: Apache-2.0
package il.moked.customer.api;

import il.moked.card.ejb.Consulting;
import il.moked.card.ejb.Consulting.CustomerDetail;
import il.moked.channel.Channel;
import il.moked.customer.CustomerFacts.Fact;
import il.moked.customer.CustomerFactsText;
import il.moked.customer.Segment;
import il.moked.customer.ejb.FactKeeping;
import il.moked.interaction.Interaction;
import il.moked.interaction.InteractionLine;
import il.moked.shared.BusinessException;
import il.moked.shared.Page;
import il.moked.shared.api.Place;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Customers, what is known of them, and their conversations page by page. */
@Path("customers")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class CustomersResource {
    private static final int LONGEST_FACTS = 4000;

    @Inject
    Consulting consulting;
    @Inject
    FactKeeping keeping;

    /** A list without a total: nothing here counts history. */
    public record Rows<T>(List<T> items) {
    }

    /** One conversation of the list. */
    public record Line(String reference, Channel channel, String subject, Interaction.State state, Instant openedAt, Instant lastMessageAt, Instant waitingSince) {
        static Line of(InteractionLine line) {
            return new Line(line.reference(), line.channel(), line.subject(), line.state(), line.openedAt(), line.lastMessageAt(), line.waitingSince());
        }
    }

    /**
     * By exactly one of the four: {@code q} is whatever is known of him, and its answer comes in pages that a {@code Link} header with
     * {@code rel="next"} leads through; the others are compared exactly.
     */
    @GET
    public Response find(@QueryParam("q") String typed, @QueryParam("email") String email, @QueryParam("phone") String phone, @QueryParam("nationalId") String nationalId, @QueryParam("cursor") String cursor,
            @QueryParam("size") @DefaultValue("20") int size, @Context UriInfo here) {
        if (Stream.of(typed, email, phone, nationalId).filter(Objects::nonNull).count() != 1) {
            throw new BusinessException("shared.bad-request");
        }
        if (typed == null) {
            return Response.ok(new Rows<>(email != null ? consulting.withEmail(email) : phone != null ? consulting.withPhone(phone) : consulting.withNationalId(nationalId))).build();
        }
        Consulting.CustomerPage page = consulting.find(typed, cursor, size);
        Response.ResponseBuilder answer = Response.ok(new Rows<>(page.rows()));
        if (page.next() != null) {
            answer.link(here.getRequestUriBuilder().replaceQueryParam("cursor", page.next()).build(), "next");
        }
        return answer.build();
    }

    /** Absent fields are not known. Those about purchases are computed, never told. @param segment by the rules in force @param segmentRule that decided, absent when none did */
    public record Facts(long customerId, Long employees, Long yearlyShekels, Long yearsKnown, Long products, boolean marked, Long daysSincePurchase, Long purchasesInYear, Long spentInYear, Long recencyScore, Long frequencyScore, Long monetaryScore, Segment segment, String segmentRule, int segmentRulesVersion) {
        static Facts of(FactKeeping.Known known) {
            Map<Fact, Long> facts = known.facts();
            return new Facts(known.customerId(), facts.get(Fact.EMPLOYEES), facts.get(Fact.YEARLY_SHEKELS), facts.get(Fact.YEARS_KNOWN), facts.get(Fact.PRODUCTS), facts.getOrDefault(Fact.MARKED, 0L) > 0,
                    facts.get(Fact.DAYS_SINCE_PURCHASE), facts.get(Fact.PURCHASES_IN_YEAR), facts.get(Fact.SPENT_IN_YEAR), facts.get(Fact.RECENCY_SCORE), facts.get(Fact.FREQUENCY_SCORE), facts.get(Fact.MONETARY_SCORE), known.segment(), known.rule(), known.rulesVersion());
        }
    }

    @GET
    @Path("{id}/facts")
    public Facts facts(@PathParam("id") long id) {
        return Facts.of(keeping.of(id));
    }

    /** Replaces all that other systems say of him: what the body leaves out is not known any more. What is computed of his purchases stays. */
    @PUT
    @Path("{id}/facts")
    @Consumes(MediaType.APPLICATION_JSON)
    public Facts know(@PathParam("id") long id, String body) {
        if (body.length() > LONGEST_FACTS) {
            throw new BusinessException("shared.bad-request");
        }
        return Facts.of(keeping.set(id, CustomerFactsText.read(body)));
    }

    /** Newest first. A {@code Link} header with {@code rel="next"} leads to the next page when there is one. */
    @GET
    @Path("{id}/interactions")
    public Response interactions(@PathParam("id") long id, @QueryParam("cursor") String cursor, @QueryParam("size") @DefaultValue("20") int size, @Context UriInfo here) {
        Page<InteractionLine> page = consulting.interactionsOf(id, Place.read(cursor), size);
        Response.ResponseBuilder answer = Response.ok(new Rows<>(page.rows().stream().map(Line::of).toList()));
        if (page.more()) {
            answer.link(here.getRequestUriBuilder().replaceQueryParam("cursor", Place.written(page.rows().get(page.rows().size() - 1).cursor())).build(), "next");
        }
        return answer.build();
    }
}
