// SPDX-License-Identifier: Apache-2.0
package il.moked.catalog.api;

import il.moked.catalog.api.PriceBodies.Prices;
import il.moked.catalog.ejb.Pricing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** What things cost a customer, and whether they are there: the answer every channel gets. */
@Path("prices")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class PricesResource {
    @Inject
    Pricing pricing;

    /** @param lines each {@code SKU:quantity}, or a SKU for one of it */
    @GET
    public Prices prices(@QueryParam("line") List<String> lines, @QueryParam("customerId") Long customerId, @QueryParam("segment") String segment, @QueryParam("currency") String currency, @QueryParam("at") String at, @QueryParam("coupon") String coupon) {
        return Prices.of(pricing.price(new Pricing.Basket(customerId, PriceBodies.segment(segment), currency, PriceBodies.moment(at), coupon, PriceBodies.items(lines))));
    }
}
