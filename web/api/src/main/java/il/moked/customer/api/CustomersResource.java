// SPDX-License-Identifier: Apache-2.0
package il.moked.customer.api;

import il.moked.card.ejb.Consulting;
import il.moked.card.ejb.Consulting.CustomerDetail;
import il.moked.channel.Channel;
import il.moked.interaction.Interaction;
import il.moked.interaction.InteractionLine;
import il.moked.shared.BusinessException;
import il.moked.shared.Page;
import il.moked.shared.api.Place;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
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
import java.util.Objects;
import java.util.stream.Stream;

/** Customers, and their conversations page by page. */
@Path("customers")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class CustomersResource {
    @Inject
    Consulting consulting;

    /** A list without a total: nothing here counts history. */
    public record Rows<T>(List<T> items) {
    }

    /** One conversation of the list. */
    public record Line(String reference, Channel channel, String subject, Interaction.State state, Instant openedAt, Instant lastMessageAt, Instant waitingSince) {
        static Line of(InteractionLine line) {
            return new Line(line.reference(), line.channel(), line.subject(), line.state(), line.openedAt(), line.lastMessageAt(), line.waitingSince());
        }
    }

    /** By exactly one of the three, compared exactly. */
    @GET
    public Rows<CustomerDetail> find(@QueryParam("email") String email, @QueryParam("phone") String phone, @QueryParam("nationalId") String nationalId) {
        if (Stream.of(email, phone, nationalId).filter(Objects::nonNull).count() != 1) {
            throw new BusinessException("shared.bad-request");
        }
        return new Rows<>(email != null ? consulting.withEmail(email) : phone != null ? consulting.withPhone(phone) : consulting.withNationalId(nationalId));
    }

    @GET
    @Path("{id}")
    public CustomerDetail get(@PathParam("id") long id) {
        return consulting.customer(id);
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
