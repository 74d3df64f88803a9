// SPDX-License-Identifier: Apache-2.0
package il.moked.catalog.ejb;

import il.moked.access.Role;
import il.moked.access.SetUpVersions;
import il.moked.access.ejb.Administered;
import il.moked.access.ejb.Snapshot;
import il.moked.catalog.CatalogEdition;
import il.moked.catalog.Product;
import il.moked.catalog.ProductCategory;
import il.moked.catalog.Products;
import il.moked.shared.BusinessException;
import il.moked.shared.NotFoundException;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.regex.Pattern;

/** What there is to sell and what is told of it, version by version. In force at once, on every channel. */
@Stateless
@RolesAllowed(Role.ADMINISTRATOR)
public class ProductKeeping {
    /** Kind of the thing in the audit and among the versions. */
    public static final String PRODUCT = "product";
    static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final int LONGEST_NAME = 120;

    @Inject
    Products products;
    @Inject
    CatalogEdition edition;
    @Inject
    SetUpVersions history;
    @Inject
    DomainEvents events;

    public record ProductDetail(long id, int version, String sku, Product.Facts facts) {
        static ProductDetail of(Product product) {
            return new ProductDetail(product.id(), product.version(), product.sku(), product.facts());
        }
    }

    public record CategoryLine(long id, String code, String hebrewName, String englishName) {
        public String name(String language) {
            return "he".equals(language) ? hebrewName : englishName;
        }
    }

    /** @throws NotFoundException {@code catalog.unknown-product} */
    public ProductDetail get(long id) {
        return ProductDetail.of(products.get(id));
    }

    /** @throws NotFoundException {@code catalog.unknown-product} */
    public long idOf(String sku) {
        return products.withSku(sku).id();
    }

    public List<CategoryLine> categories() {
        return products.categories().stream().map(category -> new CategoryLine(category.id(), category.code(), category.hebrewName(), category.englishName())).toList();
    }

    /** @throws BusinessException {@code shared.code-taken} */
    public long createCategory(String code, String hebrewName, String englishName) {
        named(code, hebrewName, englishName);
        if (products.categories().stream().anyMatch(category -> category.code().equals(code))) {
            throw new BusinessException("shared.code-taken", "code", code);
        }
        ProductCategory category = new ProductCategory(code, hebrewName.strip(), englishName.strip());
        products.add(category);
        products.flush();
        events.tell(new Administered("catalog.category-created", "product-category", category.id(), code));
        return category.id();
    }

    static void named(String code, String hebrewName, String englishName) {
        if (code == null || !CODE.matcher(code).matches()) {
            throw new BusinessException("shared.code", "code");
        }
        named("hebrewName", hebrewName);
        named("englishName", englishName);
    }

    private static void named(String field, String name) {
        if (name == null || name.isBlank()) {
            throw new BusinessException("shared.field-missing", field);
        }
        if (name.length() > LONGEST_NAME) {
            throw new BusinessException("shared.field-too-long", field, LONGEST_NAME);
        }
    }

    /** @throws BusinessException {@code shared.code-taken}, {@code catalog.sku} */
    public long create(String sku, Product.Facts facts) {
        products.category(facts.categoryId());
        if (products.findBySku(sku).isPresent()) {
            throw new BusinessException("shared.code-taken", "sku", Product.sku(sku));
        }
        Product product = new Product(sku, facts);
        products.add(product);
        edition.next();
        events.tell(new Administered("catalog.product-created", PRODUCT, product.id(), product.sku() + ", " + facts.hebrewName(), Snapshot.of(facts)));
        return product.id();
    }

    /** @param seen the version the change is based on @throws BusinessException {@code shared.conflict} when there is a newer one */
    public void change(long id, int seen, Product.Facts facts) {
        products.category(facts.categoryId());
        Product product = products.expect(id, seen);
        Product.Facts before = product.facts();
        product.become(facts);
        products.changed(product);
        edition.next();
        events.tell(new Administered("catalog.product-changed", PRODUCT, id, product.sku() + ": " + differences(before, facts), Snapshot.of(facts)));
    }

    private static String differences(Product.Facts before, Product.Facts after) {
        StringBuilder text = new StringBuilder();
        differ(text, before.hebrewName(), after.hebrewName());
        differ(text, before.englishName(), after.englishName());
        differ(text, before.kind(), after.kind());
        differ(text, before.taxClass(), after.taxClass());
        differ(text, before.activeFrom(), after.activeFrom());
        differ(text, before.activeUntil(), after.activeUntil());
        differ(text, before.warrantyMonths(), after.warrantyMonths());
        return text.toString();
    }

    private static void differ(StringBuilder text, Object before, Object after) {
        if (before == null ? after != null : !before.equals(after)) {
            text.append(text.isEmpty() ? "" : ", ").append(before == null ? "–" : before).append(" → ").append(after == null ? "–" : after);
        }
    }

    /** Makes it what it was in an older version; that is a new version. @param seen the version the change is based on */
    public void restore(long id, int seen, int number) {
        change(id, seen, Snapshot.read(history.content(PRODUCT, id, number), Product.Facts.class));
    }
}
