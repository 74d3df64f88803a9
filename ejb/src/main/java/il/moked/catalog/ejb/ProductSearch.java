// SPDX-License-Identifier: Apache-2.0
package il.moked.catalog.ejb;

import il.moked.access.Role;
import il.moked.catalog.Product;
import il.moked.catalog.ProductCategory;
import il.moked.catalog.Products;
import il.moked.shared.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds products by the beginnings of the words of their names in both languages, and of the parts of their SKU. */
@Stateless
@RolesAllowed({Role.AGENT, Role.SUPERVISOR, Role.ADMINISTRATOR, Role.INTEGRATION, Role.SYSTEM})
public class ProductSearch {
    public static final int MOST_A_PAGE = 100;

    @Inject
    Products products;
    @Inject
    Levels levels;
    @Inject
    ShopDay days;

    /** @param category code @param available null for what is not kept in stock @param active whether it is sold today */
    public record ProductLine(long id, int version, String sku, String hebrewName, String englishName, Product.Kind kind, Product.Unit unit, String category, boolean active, LocalDate activeFrom, LocalDate activeUntil, Integer available) {
        public String name(String language) {
            return "he".equals(language) ? hebrewName : englishName;
        }
    }

    /**
     * By SKU, page by page.
     *
     * @param typed beginnings of words; empty for all
     * @param category code, null for all
     * @param onlySold whether those not sold today are left out
     * @param after SKU of the last one shown, null for the first page
     */
    public Page<ProductLine> find(String typed, String category, boolean onlySold, String after, int size) {
        LocalDate today = days.today();
        Map<Long, String> categories = products.categories().stream().collect(Collectors.toMap(ProductCategory::id, ProductCategory::code));
        Long categoryId = category == null || category.isBlank() ? null : categories.entrySet().stream().filter(entry -> entry.getValue().equals(category)).map(Map.Entry::getKey).findFirst().orElse(-1L);
        Page<Product> page = products.list(typed, categoryId, onlySold ? today : null, after, Math.max(1, Math.min(size, MOST_A_PAGE)));
        Map<Long, List<Levels.Place>> places = levels.of(page.rows().stream().filter(Product::stocked).map(Product::id).toList());
        return new Page<>(page.rows().stream().map(product -> line(product, categories.get(product.categoryId()), today, places)).toList(), page.more());
    }

    private static ProductLine line(Product product, String category, LocalDate today, Map<Long, List<Levels.Place>> places) {
        Integer available = product.stocked() ? Integer.valueOf(places.getOrDefault(product.id(), List.of()).stream().mapToInt(Levels.Place::available).sum()) : null;
        return new ProductLine(product.id(), product.version(), product.sku(), product.name("he"), product.name("en"), product.kind(), product.unit(), category, product.soldOn(today), product.activeFrom(), product.activeUntil().orElse(null), available);
    }
}
