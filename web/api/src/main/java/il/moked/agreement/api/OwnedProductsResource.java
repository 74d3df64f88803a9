// SPDX-License-Identifier: Apache-2.0
package il.moked.agreement.api;

import il.moked.agreement.ejb.Entitling;
import il.moked.agreement.ejb.OwnedProductLine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** The products a customer has. */
@Path("customers/{id}/owned-products")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class OwnedProductsResource {
    @Inject
    Entitling entitling;

    public record Rows(List<OwnedProductLine> items) {
    }

    /** The newest first; not more than fifty. */
    @GET
    public Rows list(@PathParam("id") long id) {
        return new Rows(entitling.productsOf(id));
    }
}
