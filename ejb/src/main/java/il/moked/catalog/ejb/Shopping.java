// SPDX-License-Identifier: Apache-2.0
package il.moked.catalog.ejb;

import il.moked.access.Role;
import il.moked.catalog.PriceList;
import il.moked.catalog.PricedLine;
import il.moked.catalog.Product;
import il.moked.catalog.ProductCategory;
import il.moked.catalog.Products;
import il.moked.catalog.PromotionPolicy.Discount;
import il.moked.catalog.StockLocation;
import il.moked.catalog.ejb.ProductSearch.ProductLine;
import il.moked.shared.BusinessException;
import il.moked.shared.Money;
import il.moked.shared.NotFoundException;
import il.moked.shared.Page;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What anybody may see of what is sold: by the same prices and the same stock that agents and other systems are told. What is not
 * sold today, or has no price for whoever asks, is not shown.
 *
 * <p>No transaction of its own: one product without a price does not spoil the answer about the others.
 */
@Stateless
@PermitAll
@RunAs(Role.SYSTEM)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Shopping {
    public static final int MOST_A_PAGE = 24;

    @Inject
    ProductSearch search;
    @Inject
    Pricing pricing;
    @Inject
    Products products;
    @Inject
    ShopDay days;
    @Inject
    Clock clock;

    /** One shelf of the shop. */
    public record Shelf(String code, String hebrewName, String englishName) {
        public String name(String language) {
            return "he".equals(language) ? hebrewName : englishName;
        }
    }

    /**
     * One of it, for whoever asks.
     *
     * @param price what one costs, with the tax when {@code withVat}
     * @param before what it would cost without the discounts, or null without any
     * @param available null for what is not kept in stock
     * @param agreed whether the price was agreed with this customer, or is that of his kind of customers
     */
    public record Offered(String sku, String hebrewName, String englishName, Product.Kind kind, Product.Unit unit, Money price, Money before, boolean withVat, boolean agreed, List<Discount> discounts, Integer available, List<Levels.Place> places) {
        public String name(String language) {
            return "he".equals(language) ? hebrewName : englishName;
        }

        public boolean buyable() {
            return available == null || available > 0;
        }

        /** Whether it can be sent. */
        public boolean sent() {
            return available == null || available > 0;
        }

        /** Branches where it can be fetched now. */
        public List<Levels.Place> fetched() {
            return places.stream().filter(place -> place.kind() == StockLocation.Kind.BRANCH && place.available() > 0).toList();
        }
    }

    /** @param asOf moment at which prices and stock held @param next SKU to go on after, or null when nothing follows */
    public record Found(Instant asOf, List<Offered> products, String next) {
    }

    /** @param manualLink http or https, or null */
    public record Detail(Instant asOf, Offered offered, Shelf shelf, String hebrewText, String englishText, String manualLink, int warrantyMonths) {
        public String text(String language) {
            return "he".equals(language) ? hebrewText : englishText;
        }
    }

    public List<Shelf> shelves() {
        return products.categories().stream().map(Shopping::shelf).toList();
    }

    private static Shelf shelf(ProductCategory category) {
        return new Shelf(category.code(), category.hebrewName(), category.englishName());
    }

    /** @param customerId null when nobody knows who asks @param typed beginnings of words; empty for all @param shelf code, null for all @param after null for the first page */
    public Found find(Long customerId, String typed, String shelf, String after, int size) {
        Page<ProductLine> page = search.find(typed, shelf, true, after, Math.min(size, MOST_A_PAGE));
        List<String> skus = page.rows().stream().map(ProductLine::sku).toList();
        Map<String, Offered> offered = offered(customerId, skus);
        return new Found(clock.instant(), skus.stream().map(offered::get).filter(Objects::nonNull).toList(), page.more() ? skus.get(skus.size() - 1) : null);
    }

    /** @throws NotFoundException {@code catalog.unknown-product}: also when it is not sold today */
    public Detail get(Long customerId, String sku) {
        Product product = Product.SKU.matcher(sku).matches() ? products.withSku(sku) : null;
        if (product == null || !product.soldOn(days.today())) {
            throw new NotFoundException("catalog.unknown-product", sku);
        }
        Offered offered = offered(customerId, List.of(product.sku())).get(product.sku());
        if (offered == null) {
            throw new NotFoundException("catalog.unknown-product", sku);
        }
        return new Detail(clock.instant(), offered, shelf(products.category(product.categoryId())), product.text("he"), product.text("en"), product.manualLink().orElse(null), product.warrantyMonths());
    }

    /** One line of a basket. @param amount what all of it costs, with the tax when the basket says so */
    public record Wanted(String sku, String hebrewName, String englishName, long quantity, Money amount, Money off, Integer available, List<Levels.Place> places) {
        public String name(String language) {
            return "he".equals(language) ? hebrewName : englishName;
        }

        /** Whether so many are there. */
        public boolean there() {
            return available == null || available >= quantity;
        }

        /** Whether so many can be fetched there. */
        public boolean thereAt(String location) {
            return available == null || places.stream().anyMatch(place -> place.code().equals(location) && place.available() >= quantity);
        }
    }

    /** @param gone SKUs that cannot be bought any more */
    public record Basket(Instant asOf, boolean withVat, List<Wanted> lines, Money net, Money vat, Money gross, List<String> gone) {
        public boolean empty() {
            return lines.isEmpty();
        }
    }

    /** What all of it costs now. */
    public Basket basket(Long customerId, List<Pricing.Item> items) {
        List<Pricing.Item> buyable = items;
        List<String> gone = List.of();
        if (!items.isEmpty()) {
            Map<String, Offered> known = offered(customerId, items.stream().map(Pricing.Item::sku).toList());
            buyable = items.stream().filter(item -> known.containsKey(item.sku())).toList();
            gone = items.stream().map(Pricing.Item::sku).filter(sku -> !known.containsKey(sku)).toList();
        }
        if (buyable.isEmpty()) {
            Money nothing = Money.zero(Money.SHEKEL);
            return new Basket(clock.instant(), true, List.of(), nothing, nothing, nothing, gone);
        }
        Pricing.Answer answer = pricing.price(new Pricing.Basket(customerId, null, null, null, null, buyable));
        return new Basket(answer.asOf(), answer.shownWithVat(), answer.lines().stream().map(line -> wanted(line, answer.shownWithVat())).toList(), answer.net(), answer.vat(), answer.gross(), gone);
    }

    private static Wanted wanted(Pricing.Line line, boolean withVat) {
        PricedLine price = line.price();
        return new Wanted(price.sku(), price.hebrewName(), price.englishName(), price.quantity(), withVat ? price.gross() : price.net(), price.off(), line.available(), line.places());
    }

    /** All SKUs sold today, for the map of the site. @param after null for the first page */
    public Page<String> sold(String after, int size) {
        Page<ProductLine> page = search.find("", null, true, after, size);
        return new Page<>(page.rows().stream().map(ProductLine::sku).toList(), page.more());
    }

    private Map<String, Offered> offered(Long customerId, List<String> skus) {
        Map<String, Offered> all = new HashMap<>();
        if (skus.isEmpty()) {
            return all;
        }
        try {
            price(customerId, skus, all);
        } catch (BusinessException oneOfThem) {
            skus.forEach(sku -> alone(customerId, sku, all));
        }
        return all;
    }

    private void alone(Long customerId, String sku, Map<String, Offered> all) {
        try {
            price(customerId, List.of(sku), all);
        } catch (BusinessException notForHim) {
            all.remove(sku);
        }
    }

    private void price(Long customerId, List<String> skus, Map<String, Offered> all) {
        Pricing.Answer answer = pricing.price(new Pricing.Basket(customerId, null, null, null, null, skus.stream().map(sku -> new Pricing.Item(sku, 1)).toList()));
        answer.lines().forEach(line -> all.put(line.price().sku(), offered(line, answer.shownWithVat())));
    }

    private static Offered offered(Pricing.Line line, boolean withVat) {
        PricedLine price = line.price();
        Money shown = withVat ? price.gross() : price.net();
        Money before = price.off().positive() && price.includesVat() == withVat ? price.unitPrice() : null;
        return new Offered(price.sku(), price.hebrewName(), price.englishName(), price.kind(), price.unit(), shown, before, withVat, price.listKind() != PriceList.Kind.GENERAL, price.discounts(), line.available(), line.places());
    }
}
