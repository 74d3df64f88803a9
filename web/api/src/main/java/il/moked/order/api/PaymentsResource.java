// SPDX-License-Identifier: Apache-2.0
package il.moked.order.api;

import il.moked.order.ejb.Paying;
import il.moked.shared.api.Checks;
import il.moked.shared.api.Idempotent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Money that goes back. */
@Path("payments")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class PaymentsResource {
    @Inject
    Checks checks;
    @Inject
    Paying paying;

    /** Part or all of a payment. */
    public record NewRefund(@NotNull(message = NewOrderBody.REQUIRED) @Valid GivenAmount amount, @NotBlank(message = NewOrderBody.REQUIRED) @Size(max = 200, message = NewOrderBody.TOO_LONG) String reason) {
    }

    /** 202: it is on its way; the order tells when it is done. */
    @POST
    @Path("{id}/refund")
    @Idempotent
    public Response refund(@PathParam("id") long id, NewRefund refund) {
        NewRefund valid = checks.valid(refund);
        paying.refund(id, valid.amount().money(), valid.reason());
        return Response.accepted().build();
    }
}
