// SPDX-License-Identifier: Apache-2.0
package il.moked.catalog.ejb;

import il.moked.access.Role;
import il.moked.catalog.Price;
import il.moked.catalog.PriceBook;
import il.moked.catalog.Product;
import il.moked.catalog.ProductCategory;
import il.moked.catalog.Products;
import il.moked.catalog.Stock;
import il.moked.catalog.StockLocation;
import il.moked.catalog.ejb.CatalogImporting.Kind;
import il.moked.shared.CsvLine;
import il.moked.shared.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Products, prices and stock as files that can be brought in again, a part of them in a short transaction each. */
@Stateless
@RolesAllowed(Role.ADMINISTRATOR)
public class CatalogExporting {
    private static final int BLOCK = 500;

    @Inject
    Products products;
    @Inject
    PriceBook book;
    @Inject
    Stock stock;

    /** @param after SKU to go on behind, null when this was all */
    public record Part(List<String> lines, String after) {
    }

    public String heading(Kind kind) {
        return CsvLine.of(switch (kind) {
            case PRODUCTS -> ProductSheet.COLUMNS;
            case PRICES -> PriceSheet.COLUMNS;
            case STOCK -> StockSheet.COLUMNS;
        });
    }

    /** The lines of the next products by SKU. @param after of the part before, null for the first */
    public Part part(Kind kind, String after) {
        Page<Product> page = products.list(null, null, null, after, BLOCK);
        List<String> lines = page.rows().isEmpty() ? List.of() : switch (kind) {
            case PRODUCTS -> products(page.rows());
            case PRICES -> prices(page.rows());
            case STOCK -> stock(page.rows());
        };
        return new Part(lines, page.more() ? page.rows().get(page.rows().size() - 1).sku() : null);
    }

    private List<String> products(List<Product> rows) {
        Map<Long, String> categories = products.categories().stream().collect(Collectors.toMap(ProductCategory::id, ProductCategory::code));
        return rows.stream().map(product -> ProductSheet.line(product, categories.get(product.categoryId()))).toList();
    }

    private List<String> prices(List<Product> rows) {
        Map<Long, List<Price>> known = book.ofAll(rows.stream().map(Product::id).toList()).stream().collect(Collectors.groupingBy(Price::productId));
        List<String> lines = new ArrayList<>();
        rows.forEach(product -> known.getOrDefault(product.id(), List.of()).forEach(price -> lines.add(PriceSheet.line(price, product.sku()))));
        return lines;
    }

    private List<String> stock(List<Product> rows) {
        Map<Long, String> skus = rows.stream().collect(Collectors.toMap(Product::id, Product::sku));
        Map<Long, StockLocation> locations = stock.locations().stream().collect(Collectors.toMap(StockLocation::id, Function.identity()));
        return stock.levels(skus.keySet()).stream().map(level -> CsvLine.of(List.of(skus.get(level.productId()), locations.get(level.locationId()).code(), level.onHand()))).toList();
    }
}
