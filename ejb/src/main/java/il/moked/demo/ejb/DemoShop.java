// SPDX-License-Identifier: Apache-2.0
package il.moked.demo.ejb;

import il.moked.catalog.Price;
import il.moked.catalog.PriceBook;
import il.moked.catalog.PriceList;
import il.moked.catalog.Product;
import il.moked.catalog.ProductCategory;
import il.moked.catalog.Products;
import il.moked.catalog.Promotion;
import il.moked.catalog.Promotions;
import il.moked.catalog.Stock;
import il.moked.catalog.StockLocation;
import il.moked.catalog.StockMovement;
import il.moked.catalog.TaxClass;
import il.moked.catalog.Validity;
import il.moked.catalog.VatPolicy;
import il.moked.catalog.ejb.ShopDay;
import il.moked.customer.Customer;
import il.moked.customer.Customers;
import il.moked.customer.Segment;
import il.moked.shared.Money;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Seeds the demo's shop once: what it sells, price lists for every segment and one company, promotions, and stock in three places. */
@Singleton
@Startup
@DependsOn("DemoOrganisation")
@PermitAll
public class DemoShop {
    private static final int OPENED_DAYS_AGO = 400;
    private static final int DEARER_IN_DAYS = 30;
    private static final int ENDS_IN_DAYS = 21;
    /** Hundredths of a percent of the general price. */
    private static final Map<Segment, Integer> SHARES = new EnumMap<>(Map.of(Segment.VIP, 9500, Segment.SMALL_BUSINESS, 9200, Segment.LARGE_BUSINESS, 8500));
    private static final int AGREED = 7800;
    private static final int DEARER = 10_500;
    /** This one has a dearer price to come, this one ends without a successor, and these only are agreed. */
    private static final String DEARER_SKU = "RTR-AX3000";
    private static final String ENDING_SKU = "PHN-ZEKEN-4G";
    private static final List<String> AGREED_SKUS = List.of("POS-M20", "POS-D40", "POS-PAPER", "LTE-BACKUP");

    @Inject
    DemoProfile profile;
    @Inject
    Products products;
    @Inject
    PriceBook book;
    @Inject
    Promotions promotions;
    @Inject
    Stock stock;
    @Inject
    Customers customers;
    @Inject
    ShopDay days;
    @Inject
    Clock clock;

    @PostConstruct
    void seed() {
        if (!profile.active() || !products.categories().isEmpty()) {
            return;
        }
        JsonObject shop = DemoStories.read("shop.json");
        Map<String, Long> categories = new HashMap<>();
        for (JsonObject row : rows(shop, "categories")) {
            ProductCategory category = new ProductCategory(row.getString("code"), row.getString("he"), row.getString("en"));
            products.add(category);
            categories.put(category.code(), category.id());
        }
        Map<String, Product> sold = new HashMap<>();
        rows(shop, "products").forEach(row -> sold.put(row.getString("sku"), product(row, categories)));
        products.addAll(sold.values());
        prices(shop, sold);
        rows(shop, "promotions").forEach(row -> promotions.add(promotion(row, sold, categories)));
        stock(shop, sold);
    }

    private static List<JsonObject> rows(JsonObject from, String name) {
        return from.getJsonArray(name).getValuesAs(JsonObject.class);
    }

    private Product product(JsonObject row, Map<String, Long> categories) {
        return new Product(row.getString("sku"), new Product.Facts(Product.Kind.valueOf(row.getString("kind")), Product.Unit.valueOf(row.getString("unit")), TaxClass.valueOf(row.getString("tax")), categories.get(row.getString("category")),
                row.getString("he"), row.getString("en"), row.getString("textHe", ""), row.getString("textEn", ""), row.getString("manual", null), row.getInt("warranty", 0), days.today().minusDays(OPENED_DAYS_AGO), null));
    }

    private void prices(JsonObject shop, Map<String, Product> sold) {
        PriceList general = PriceList.general("general", "מחירון כללי", "General price list", Money.SHEKEL);
        book.add(general);
        Map<Segment, PriceList> lists = new EnumMap<>(Segment.class);
        lists.put(Segment.VIP, PriceList.of(Segment.VIP, "vip", "לקוחות VIP", "VIP customers", Money.SHEKEL));
        lists.put(Segment.SMALL_BUSINESS, PriceList.of(Segment.SMALL_BUSINESS, "small-business", "עסקים קטנים", "Small businesses", Money.SHEKEL));
        lists.put(Segment.LARGE_BUSINESS, PriceList.of(Segment.LARGE_BUSINESS, "large-business", "עסקים גדולים", "Large businesses", Money.SHEKEL));
        lists.values().forEach(book::add);
        Optional<PriceList> agreed = customers.withVerifiedEmail(200).stream().filter(customer -> customer.kind() == Customer.Kind.COMPANY).findFirst()
                .map(company -> PriceList.agreed(company.id(), false, "agreement-" + company.id(), "הסכם עם " + company.displayName(), "Agreement with " + company.displayName(), Money.SHEKEL));
        agreed.ifPresent(book::add);
        for (JsonObject row : rows(shop, "products")) {
            Product product = sold.get(row.getString("sku"));
            Money price = Money.agorot(row.getJsonNumber("price").longValue());
            published(general, product, price);
            SHARES.forEach((segment, share) -> book.add(new Price(lists.get(segment), product.id(), of(price, share, lists.get(segment), product), open())));
            agreed.filter(list -> AGREED_SKUS.contains(product.sku())).ifPresent(list -> book.add(new Price(list, product.id(), of(price, AGREED, list, product), open())));
        }
    }

    /** A price of last year, that of now, and what is to come of it. */
    private void published(PriceList general, Product product, Money price) {
        LocalDate today = days.today();
        LocalDate changed = today.minusDays(OPENED_DAYS_AGO / 2);
        book.add(new Price(general, product.id(), price.ratio(97, 100).ratio(1, 100).times(100), new Validity(today.minusDays(OPENED_DAYS_AGO), changed)));
        LocalDate until = product.sku().equals(DEARER_SKU) ? today.plusDays(DEARER_IN_DAYS) : product.sku().equals(ENDING_SKU) ? today.plusDays(ENDS_IN_DAYS) : null;
        book.add(new Price(general, product.id(), price, new Validity(changed, until)));
        if (product.sku().equals(DEARER_SKU)) {
            book.add(new Price(general, product.id(), price.basisPoints(DEARER), new Validity(until, null)));
        }
    }

    private Validity open() {
        return new Validity(days.today().minusDays(OPENED_DAYS_AGO / 2), null);
    }

    /** That share of the published price, without the tax where the list is. */
    private Money of(Money price, int share, PriceList list, Product product) {
        Money part = price.basisPoints(share);
        return list.includesVat() ? part : VatPolicy.tax(part, true, VatPolicy.rate(product.taxClass(), days.today(), book.rates())).net();
    }

    private Promotion promotion(JsonObject row, Map<String, Product> sold, Map<String, Long> categories) {
        JsonArray span = row.getJsonArray("days");
        List<Segment> segments = row.containsKey("segments") ? row.getJsonArray("segments").getValuesAs(JsonString.class).stream().map(name -> Segment.valueOf(name.getString())).toList() : List.of();
        Promotion.Effect effect = Promotion.Effect.valueOf(row.getString("effect"));
        return new Promotion(new Promotion.Terms(row.getString("code"), row.getString("he"), row.getString("en"), effect, row.containsKey("basisPoints") ? row.getInt("basisPoints") : null,
                row.containsKey("amount") ? row.getJsonNumber("amount").longValue() : null, effect == Promotion.Effect.AMOUNT ? Money.SHEKEL : null, row.containsKey("buy") ? row.getInt("buy") : null, row.containsKey("pay") ? row.getInt("pay") : null,
                days.today().plusDays(span.getInt(0)), days.today().plusDays(span.getInt(1)), segments, row.containsKey("sku") ? sold.get(row.getString("sku")).id() : null,
                row.containsKey("category") ? categories.get(row.getString("category")) : null, row.getString("coupon", null), row.getBoolean("combinable"), true));
    }

    private void stock(JsonObject shop, Map<String, Product> sold) {
        Instant now = clock.instant();
        List<StockLocation> locations = new ArrayList<>();
        for (JsonObject row : rows(shop, "locations")) {
            StockLocation location = new StockLocation(row.getString("code"), row.getString("he"), row.getString("en"), StockLocation.Kind.valueOf(row.getString("kind")), locations.size() + 1);
            stock.add(location);
            locations.add(location);
        }
        stock.flush();
        for (JsonObject row : rows(shop, "products")) {
            for (int at = 0; row.containsKey("stock") && at < locations.size(); at++) {
                long product = sold.get(row.getString("sku")).id();
                int quantity = row.getJsonArray("stock").getInt(at);
                stock.locked(product, locations.get(at).id(), now);
                stock.receive(product, locations.get(at).id(), quantity, now);
                stock.add(new StockMovement(product, locations.get(at).id(), StockMovement.Kind.RECEIVED, quantity, 0, "opening", "moked", now));
            }
        }
    }
}
