// SPDX-License-Identifier: Apache-2.0
package il.moked.catalog.api;

import il.moked.catalog.Product;
import il.moked.catalog.ejb.ProductSearch;
import il.moked.catalog.ejb.ProductSearch.ProductLine;
import il.moked.shared.BusinessException;
import il.moked.shared.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Products, found by the beginnings of words in both languages, page by page. */
@Path("products")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class ProductsResource {
    private static final int LONGEST_SEARCH = 200;

    @Inject
    ProductSearch search;

    public record Rows<T>(List<T> items) {
    }

    /** @param available over all locations, absent for what is not kept in stock @param sold whether it is sold today */
    public record ProductBody(String sku, String hebrewName, String englishName, Product.Kind kind, Product.Unit unit, String category, boolean sold, Integer available) {
        static ProductBody of(ProductLine line) {
            return new ProductBody(line.sku(), line.hebrewName(), line.englishName(), line.kind(), line.unit(), line.category(), line.active(), line.available());
        }
    }

    /** By SKU. A {@code Link} header with {@code rel="next"} leads to the next page when there is one. */
    @GET
    public Response find(@QueryParam("search") String typed, @QueryParam("category") String category, @QueryParam("sold") @DefaultValue("true") boolean onlySold, @QueryParam("cursor") String cursor, @QueryParam("size") @DefaultValue("20") int size,
            @Context UriInfo here) {
        if (typed != null && typed.length() > LONGEST_SEARCH) {
            throw new BusinessException("shared.field-too-long", "search", LONGEST_SEARCH);
        }
        Page<ProductLine> page = search.find(typed, category, onlySold, after(cursor), size);
        Response.ResponseBuilder answer = Response.ok(new Rows<>(page.rows().stream().map(ProductBody::of).toList()));
        if (page.more()) {
            String last = Base64.getUrlEncoder().withoutPadding().encodeToString(page.rows().get(page.rows().size() - 1).sku().getBytes(StandardCharsets.UTF_8));
            answer.link(here.getRequestUriBuilder().replaceQueryParam("cursor", last).build(), "next");
        }
        return answer.build();
    }

    private static String after(String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return null;
        }
        try {
            return Product.sku(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException | BusinessException notOurs) {
            throw new BusinessException("shared.bad-request");
        }
    }
}
