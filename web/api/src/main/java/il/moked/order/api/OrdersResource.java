// SPDX-License-Identifier: Apache-2.0
package il.moked.order.api;

import il.moked.order.ReturnPolicy;
import il.moked.order.ejb.OrderReading;
import il.moked.order.ejb.Ordering;
import il.moked.order.ejb.Paying;
import il.moked.shared.api.Checks;
import il.moked.shared.api.Idempotent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Orders: placed from a quote, handed over, cancelled, returned, paid. */
@Path("orders")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class OrdersResource {
    @Inject
    Checks checks;
    @Inject
    Ordering ordering;
    @Inject
    OrderReading reading;
    @Inject
    Paying paying;

    /** Why it is cancelled. */
    public record Cancellation(@NotBlank(message = NewOrderBody.REQUIRED) @Size(max = 200, message = NewOrderBody.TOO_LONG) String reason) {
    }

    /** So many of a line. */
    public record Piece(@Min(value = 1, message = "order.place") int place, @Min(value = 1, message = "order.place") int quantity) {
    }

    /** Goods given back. @param ground REGRET, SENIOR, DISABLED, NEW_IMMIGRANT or FAULT */
    public record NewReturn(@NotEmpty(message = NewOrderBody.REQUIRED) @Size(max = 100, message = NewOrderBody.TOO_LONG) List<@NotNull(message = NewOrderBody.REQUIRED) @Valid Piece> lines,
            @NotNull(message = NewOrderBody.REQUIRED) @Pattern(regexp = "REGRET|SENIOR|DISABLED|NEW_IMMIGRANT|FAULT", message = "order.ground") String ground, @Size(max = 200, message = NewOrderBody.TOO_LONG) String reason) {
        Map<Integer, Integer> pieces() {
            Map<Integer, Integer> pieces = new TreeMap<>();
            lines.forEach(line -> pieces.merge(line.place(), line.quantity(), Math::addExact));
            return pieces;
        }
    }

    /** Money that came by bank transfer. @param reference of the bank: the same again changes nothing */
    public record Transfer(@NotNull(message = NewOrderBody.REQUIRED) @Valid GivenAmount amount, @NotBlank(message = NewOrderBody.REQUIRED) @Size(max = 200, message = NewOrderBody.TOO_LONG) String reference) {
    }

    /** 201 with the order. A quote becomes one order: the same quote again is answered with the same one. */
    @POST
    @Idempotent
    public Response place(NewOrderBody wanted, @Context UriInfo here) {
        String number = ordering.place(checks.valid(wanted).order());
        return Response.created(here.getAbsolutePathBuilder().path(number).build()).entity(OrderBody.of(reading.get(number))).build();
    }

    @GET
    @Path("{number}")
    public OrderBody get(@PathParam("number") String number) {
        return OrderBody.of(reading.consult(number));
    }

    @POST
    @Path("{number}/cancel")
    @Idempotent
    public OrderBody cancel(@PathParam("number") String number, Cancellation why) {
        ordering.cancel(number, checks.valid(why).reason());
        return OrderBody.of(reading.get(number));
    }

    /** It was handed over. */
    @POST
    @Path("{number}/fulfilment")
    @Idempotent
    public OrderBody fulfil(@PathParam("number") String number) {
        ordering.fulfil(number);
        return OrderBody.of(reading.get(number));
    }

    @POST
    @Path("{number}/returns")
    @Idempotent
    public OrderBody takeBack(@PathParam("number") String number, NewReturn returned) {
        NewReturn valid = checks.valid(returned);
        ordering.takeBack(number, valid.pieces(), ReturnPolicy.Ground.valueOf(valid.ground()), valid.reason());
        return OrderBody.of(reading.get(number));
    }

    /** Asks for the next instalment, or all that is open, by card; the page to pay on is in the order a moment later. */
    @POST
    @Path("{number}/payments")
    @Idempotent
    public Response ask(@PathParam("number") String number) {
        paying.ask(number);
        return Response.accepted(OrderBody.of(reading.get(number))).build();
    }

    @POST
    @Path("{number}/transfers")
    @Idempotent
    public OrderBody transferred(@PathParam("number") String number, Transfer transfer) {
        Transfer valid = checks.valid(transfer);
        paying.transferred(number, valid.amount().money(), valid.reference());
        return OrderBody.of(reading.get(number));
    }
}
