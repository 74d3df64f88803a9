// SPDX-License-Identifier: Apache-2.0
package il.moked.order.api;

import il.moked.interaction.InteractionLine;
import il.moked.order.CreditTerms;
import il.moked.order.Orders.OrderSummary;
import il.moked.order.Purchase;
import il.moked.order.Purchases;
import il.moked.order.ejb.OrderReading;
import il.moked.order.ejb.TermsKeeping;
import il.moked.shared.Page;
import il.moked.shared.api.Amount;
import il.moked.shared.api.Checks;
import il.moked.shared.api.Place;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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

/** What a customer ordered and bought, and what he may owe. */
@Path("customers")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class CustomerOrdersResource {
    @Inject
    Checks checks;
    @Inject
    OrderReading reading;
    @Inject
    TermsKeeping terms;

    /** A page. */
    public record Rows<T>(List<T> items) {
    }

    /** One document of the ledger. @param source name of the system it comes from; {@code moked} for what was sold here */
    public record Bought(String source, String number, Purchase.Kind kind, Instant boughtAt, Amount amount) {
        static Bought of(Purchases.Entry entry) {
            return new Bought(entry.source(), entry.number(), entry.kind(), entry.boughtAt(), Amount.of(entry.amount()));
        }
    }

    /** @param limit of what he may owe; absent for none */
    public record Terms(@Min(value = 0, message = "order.net-days") @Max(value = CreditTerms.MOST_DAYS, message = "order.net-days") int netDays, @Valid GivenAmount limit,
            @Min(value = 1, message = "order.instalments") @Max(value = CreditTerms.MOST_INSTALMENTS, message = "order.instalments") int mostInstalments) {
    }

    @GET
    @Path("{id}/orders")
    public Response orders(@PathParam("id") long id, @QueryParam("cursor") String cursor, @QueryParam("size") @DefaultValue("20") int size, @Context UriInfo here) {
        Page<OrderSummary> page = reading.consult(id, after(cursor), size);
        return page(page.rows().stream().map(OrderBody.Summary::of).toList(), page.more() ? page.rows().get(page.rows().size() - 1).cursor() : null, here);
    }

    @GET
    @Path("{id}/purchases")
    public Response purchases(@PathParam("id") long id, @QueryParam("cursor") String cursor, @QueryParam("size") @DefaultValue("20") int size, @Context UriInfo here) {
        Page<Purchases.Entry> page = reading.purchases(id, after(cursor), size);
        return page(page.rows().stream().map(Bought::of).toList(), page.more() ? page.rows().get(page.rows().size() - 1).cursor() : null, here);
    }

    private static Response page(List<?> rows, Purchases.Cursor next, UriInfo here) {
        Response.ResponseBuilder answer = Response.ok(new Rows<>(rows));
        if (next != null) {
            answer.link(here.getRequestUriBuilder().replaceQueryParam("cursor", Place.written(new InteractionLine.Cursor(next.at(), next.id()))).build(), "next");
        }
        return answer.build();
    }

    private static Purchases.Cursor after(String cursor) {
        InteractionLine.Cursor place = Place.read(cursor);
        return place == null ? null : new Purchases.Cursor(place.lastMessageAt(), place.id());
    }

    /** What was agreed about paying later; replaces what was agreed before. */
    @PUT
    @Path("{id}/credit-terms")
    @Consumes(MediaType.APPLICATION_JSON)
    public Terms agree(@PathParam("id") long id, Terms agreed) {
        Terms valid = checks.valid(agreed);
        terms.agree(id, valid.netDays(), valid.limit() == null ? null : valid.limit().money(), valid.mostInstalments());
        return valid;
    }
}
