// SPDX-License-Identifier: Apache-2.0
package il.moked.catalog.ejb;

import il.moked.access.Role;
import il.moked.catalog.CatalogEdition;
import il.moked.catalog.Price;
import il.moked.catalog.PriceBook;
import il.moked.catalog.PricedLine;
import il.moked.catalog.Product;
import il.moked.catalog.Products;
import il.moked.catalog.Promotion;
import il.moked.catalog.PromotionPolicy.Discount;
import il.moked.catalog.Promotions;
import il.moked.catalog.VatRate;
import il.moked.customer.Customer;
import il.moked.customer.Customers;
import il.moked.customer.Segment;
import il.moked.shared.BusinessException;
import il.moked.shared.Money;
import il.moked.shared.NotFoundException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The one answer to what something costs and whether it is there, for every channel. The same question at the same edition of
 * the catalogue gets the same answer, whoever asks and wherever; every answer says as of when it holds and why.
 *
 * <p>Prices of people's lists include the tax and those of businesses' do not; what is paid is the same however it is shown. A
 * customer gets what was agreed with him, else the price of his segment, else the general one.
 */
@Stateless
@RolesAllowed({Role.AGENT, Role.SUPERVISOR, Role.ADMINISTRATOR, Role.INTEGRATION, Role.SYSTEM})
public class Pricing {
    public static final int MOST_LINES = 100;
    private static final int LONGEST_COUPON = 20;

    @Inject
    Customers customers;
    @Inject
    Products products;
    @Inject
    PriceBook prices;
    @Inject
    Promotions promotions;
    @Inject
    CatalogEdition edition;
    @Inject
    Levels levels;
    @Inject
    ShopDay days;
    @Inject
    Clock clock;

    /** So many of a product. */
    public record Item(String sku, long quantity) {
    }

    /**
     * @param customerId null when nobody knows who asks
     * @param segment when there is no customer; null for the general public
     * @param currency ISO 4217; null for shekels
     * @param at moment whose prices are asked for; null for now
     * @param coupon what the customer said, null for nothing
     */
    public record Basket(Long customerId, Segment segment, String currency, Instant at, String coupon, List<Item> items) {
        public Basket {
            currency = currency == null ? Money.SHEKEL : Money.zero(currency).currency();
            coupon = coupon == null || coupon.isBlank() ? null : coupon.strip().toUpperCase(Locale.ROOT);
            if (coupon != null && coupon.length() > LONGEST_COUPON) {
                throw new BusinessException("catalog.coupon", "coupon");
            }
            if (items == null || items.isEmpty()) {
                throw new BusinessException("shared.field-missing", "lines");
            }
            if (items.size() > MOST_LINES) {
                throw new BusinessException("shared.field-too-many", "lines", MOST_LINES);
            }
            items = items.stream().map(item -> new Item(Product.sku(item.sku()), item.quantity())).toList();
            Set<String> seen = new HashSet<>();
            items.stream().map(Item::sku).filter(sku -> !seen.add(sku)).findFirst().ifPresent(sku -> {
                throw new BusinessException("catalog.line-twice", sku);
            });
        }

        /** Of one customer, in shekels, now. */
        public static Basket of(long customerId, String coupon, List<Item> items) {
            return new Basket(customerId, null, null, null, coupon, items);
        }
    }

    /** What became of the code the customer said. */
    public enum Said { NOTHING, GIVEN, NOT_BETTER, NOT_FOR_THESE }

    /** @param available null for what is not kept in stock @param places where it is, in the order in which it is taken from */
    public record Line(PricedLine price, Integer available, List<Levels.Place> places) {
    }

    /**
     * @param asOf moment at which all of it held
     * @param catalogEdition of products, prices, promotions and tax; the same number is the same prices
     * @param day whose prices these are
     * @param shownWithVat whether this customer is shown prices with the tax
     */
    public record Answer(Instant asOf, long catalogEdition, LocalDate day, Long customerId, Segment segment, boolean shownWithVat, String currency, Said coupon, List<Line> lines, Money net, Money vat, Money gross, Money off) {
    }

    /**
     * @throws NotFoundException {@code catalog.unknown-product}, {@code customer.unknown}
     * @throws BusinessException as {@link PricedLine#of}
     */
    public Answer price(Basket basket) {
        Customer customer = basket.customerId() == null ? null : customers.get(basket.customerId());
        Segment segment = customer != null ? customer.segment() : basket.segment() != null ? basket.segment() : Segment.PRIVATE;
        Instant now = clock.instant();
        LocalDate day = days.of(basket.at() == null ? now : basket.at());
        long number = edition.number();
        List<PricedLine> priced = lines(basket, customer == null ? null : customer.id(), segment, day);
        Map<Long, List<Levels.Place>> stock = levels.of(priced.stream().filter(line -> line.kind() == Product.Kind.GOODS).map(PricedLine::productId).toList());
        List<Line> lines = priced.stream().map(line -> line(line, stock)).toList();
        return new Answer(now, number, day, customer == null ? null : customer.id(), segment, !segment.business(), basket.currency(), said(basket.coupon(), priced), lines, sum(basket, priced.stream().map(PricedLine::net)),
                sum(basket, priced.stream().map(PricedLine::vat)), sum(basket, priced.stream().map(PricedLine::gross)), sum(basket, priced.stream().map(PricedLine::off)));
    }

    private List<PricedLine> lines(Basket basket, Long customerId, Segment segment, LocalDate day) {
        Map<String, Product> known = products.withSkus(basket.items().stream().map(Item::sku).toList());
        basket.items().stream().map(Item::sku).filter(sku -> !known.containsKey(sku)).findFirst().ifPresent(sku -> {
            throw new NotFoundException("catalog.unknown-product", sku);
        });
        Map<Long, List<Price>> holding = prices.holding(known.values().stream().map(Product::id).toList(), segment, customerId, day).stream().collect(Collectors.groupingBy(Price::productId));
        List<Promotion> promoted = promotions.holding(day);
        List<VatRate> rates = prices.rates();
        List<PricedLine> lines = new ArrayList<>();
        for (Item item : basket.items()) {
            Product product = known.get(item.sku());
            lines.add(PricedLine.of(product, item.quantity(), segment, day, basket.currency(), basket.coupon(), holding.getOrDefault(product.id(), List.of()), promoted, rates));
        }
        return lines;
    }

    private static Line line(PricedLine line, Map<Long, List<Levels.Place>> stock) {
        if (line.kind() != Product.Kind.GOODS) {
            return new Line(line, null, List.of());
        }
        List<Levels.Place> places = stock.getOrDefault(line.productId(), List.of());
        return new Line(line, places.stream().mapToInt(Levels.Place::available).sum(), places);
    }

    private static Said said(String coupon, List<PricedLine> lines) {
        if (coupon == null) {
            return Said.NOTHING;
        }
        if (has(coupon, lines.stream().flatMap(line -> line.discounts().stream()))) {
            return Said.GIVEN;
        }
        return has(coupon, lines.stream().flatMap(line -> line.passedOver().stream())) ? Said.NOT_BETTER : Said.NOT_FOR_THESE;
    }

    private static boolean has(String coupon, Stream<Discount> discounts) {
        return discounts.anyMatch(discount -> coupon.equals(discount.coupon()));
    }

    private static Money sum(Basket basket, Stream<Money> amounts) {
        return amounts.reduce(Money.zero(basket.currency()), Money::plus);
    }
}
