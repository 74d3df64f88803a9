// SPDX-License-Identifier: Apache-2.0
package il.moked.catalog.ejb;

import il.moked.access.Role;
import il.moked.access.ejb.CurrentUser;
import il.moked.catalog.Product;
import il.moked.catalog.Products;
import il.moked.catalog.Stock;
import il.moked.catalog.StockLocation;
import il.moked.catalog.StockMovement;
import il.moked.catalog.StockReservation;
import il.moked.channel.Channel;
import il.moked.customer.Customers;
import il.moked.shared.BusinessException;
import il.moked.shared.NotFoundException;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Goods are held for a buyer while he decides and pays, sold when he has, and given free when he does not. Whatever the
 * channel, what is held or sold is taken from the one stock by a statement that the database carries out only while there is
 * enough: two never get the last piece.
 *
 * <p>What is to be sent is taken from the first location that has all of it, else from several in their order; what is
 * fetched from a branch is taken there or not at all.
 */
@Stateless
@RolesAllowed({Role.AGENT, Role.SUPERVISOR, Role.ADMINISTRATOR, Role.INTEGRATION, Role.SYSTEM})
public class Availability {
    static final String RESERVATION = "stock-reservation";
    private static final int LONGEST_REFERENCE = 60;
    private static final int MOST = 100_000;
    private static final Duration LONGEST = Duration.ofDays(30);

    @Inject
    Stock stock;
    @Inject
    Products products;
    @Inject
    Customers customers;
    @Inject
    Levels levels;
    @Inject
    StockFreeing freeing;
    @Inject
    CurrentUser currentUser;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;
    /** So long goods are held when nothing else is asked for, minutes. */
    @Inject
    @ConfigProperty(name = "moked.catalog.hold-minutes", defaultValue = "30")
    int holdMinutes;

    /** @param location code of the place it is fetched from, null when it is sent */
    public record Wanted(String sku, int quantity, String location) {
        public Wanted(String sku, int quantity) {
            this(sku, quantity, null);
        }
    }

    /**
     * @param reference of whoever asks, such as the number of an order; asked twice under one it is held once
     * @param customerId null when nobody knows who buys
     * @param channel null for a branch or another system
     * @param hold how long; null for the usual time
     */
    public record Buyer(String reference, Long customerId, Channel channel, Duration hold) {
    }

    /** So many of a product at one place. */
    public record Part(long productId, String sku, String location, int quantity) {
    }

    /** @param heldUntil null once it has ended */
    public record Held(String reference, Long customerId, StockReservation.State state, Instant heldUntil, List<Part> parts) {
    }

    /** Where each of these is, by SKU; services and what is digital, which are always there, are left out. @throws NotFoundException {@code catalog.unknown-product} */
    public Map<String, List<Levels.Place>> of(List<String> skus) {
        if (skus.size() > Pricing.MOST_LINES) {
            throw new BusinessException("shared.field-too-many", "sku", Pricing.MOST_LINES);
        }
        Map<String, Product> known = known(skus);
        Map<Long, List<Levels.Place>> places = levels.of(known.values().stream().filter(Product::stocked).map(Product::id).toList());
        Map<String, List<Levels.Place>> found = new TreeMap<>();
        known.values().stream().filter(Product::stocked).forEach(product -> found.put(product.sku(), places.getOrDefault(product.id(), List.of())));
        return found;
    }

    private Map<String, Product> known(List<String> skus) {
        Map<String, Product> known = products.withSkus(skus.stream().map(Product::sku).toList());
        skus.stream().map(Product::sku).filter(sku -> !known.containsKey(sku)).findFirst().ifPresent(sku -> {
            throw new NotFoundException("catalog.unknown-product", sku);
        });
        return known;
    }

    /**
     * All of it or nothing. What is not kept in stock is passed over.
     *
     * @throws BusinessException {@code catalog.out-of-stock} with the SKU and how many there are; {@code catalog.reservation-other} when something else is held under the reference
     * @throws NotFoundException {@code catalog.unknown-product}, {@code catalog.unknown-location}
     */
    public Held reserve(Buyer buyer, List<Wanted> wanted) {
        check(buyer, wanted);
        Map<String, Product> known = known(wanted.stream().map(Wanted::sku).toList());
        List<Wanted> goods = wanted.stream().map(one -> new Wanted(Product.sku(one.sku()), one.quantity(), one.location())).filter(one -> known.get(one.sku()).stocked())
                .sorted(Comparator.comparing(one -> known.get(one.sku()).id())).toList();
        StockReservation before = stock.findReservation(buyer.reference()).orElse(null);
        if (before != null) {
            expectSame(before, goods, known);
            return held(before);
        }
        Instant now = clock.instant();
        Duration hold = buyer.hold() == null ? Duration.ofMinutes(holdMinutes) : buyer.hold();
        Long customer = buyer.customerId() == null ? null : customers.get(buyer.customerId()).id();
        StockReservation reservation = new StockReservation(buyer.reference(), customer, buyer.channel(), currentUser.name(), now, now.plus(hold));
        stock.add(reservation);
        stock.flush();
        List<StockLocation> locations = stock.locations().stream().filter(StockLocation::active).toList();
        for (Wanted one : goods) {
            take(reservation, known.get(one.sku()), one, locations, now);
        }
        stock.flush();
        events.tell(new StockActed("catalog.stock-reserved", RESERVATION, reservation.id(), customer, summary(goods)));
        return held(reservation);
    }

    private static void check(Buyer buyer, List<Wanted> wanted) {
        if (buyer.reference() == null || buyer.reference().isBlank() || buyer.reference().length() > LONGEST_REFERENCE) {
            throw new BusinessException("shared.field-missing", "reference");
        }
        if (buyer.hold() != null && (buyer.hold().isNegative() || buyer.hold().isZero() || buyer.hold().compareTo(LONGEST) > 0)) {
            throw new BusinessException("shared.field-range", "hold", 1, LONGEST.toMinutes());
        }
        if (wanted.isEmpty() || wanted.size() > Pricing.MOST_LINES) {
            throw new BusinessException("shared.field-too-many", "lines", Pricing.MOST_LINES);
        }
        wanted.forEach(one -> quantity(one.quantity()));
    }

    private static int quantity(int quantity) {
        if (quantity < 1 || quantity > MOST) {
            throw new BusinessException("catalog.quantity", "quantity", 1, MOST);
        }
        return quantity;
    }

    private static String summary(List<Wanted> goods) {
        String text = goods.stream().map(one -> one.quantity() + " × " + one.sku()).collect(Collectors.joining(", "));
        return text.length() > 500 ? text.substring(0, 499) + "…" : text;
    }

    private static void expectSame(StockReservation before, List<Wanted> goods, Map<String, Product> known) {
        Map<Long, Integer> held = before.lines().stream().collect(Collectors.toMap(StockReservation.Line::productId, StockReservation.Line::quantity, Integer::sum));
        Map<Long, Integer> asked = goods.stream().collect(Collectors.toMap(one -> known.get(one.sku()).id(), Wanted::quantity, Integer::sum));
        if (!held.equals(asked)) {
            throw new BusinessException("catalog.reservation-other", before.reference());
        }
    }

    private void take(StockReservation reservation, Product product, Wanted wanted, List<StockLocation> locations, Instant now) {
        List<StockLocation> from = wanted.location() == null ? locations : locations.stream().filter(location -> location.code().equals(wanted.location())).toList();
        if (from.isEmpty() && wanted.location() != null) {
            throw new NotFoundException("catalog.unknown-location", wanted.location());
        }
        for (StockLocation location : from) {
            if (take(reservation, product, location.id(), wanted.quantity(), now)) {
                return;
            }
        }
        int left = wanted.location() == null ? fromSeveral(reservation, product, wanted.quantity(), now) : wanted.quantity();
        if (left > 0) {
            throw new BusinessException("catalog.out-of-stock", product.sku(), wanted.quantity() - left + available(product, from));
        }
    }

    private int fromSeveral(StockReservation reservation, Product product, int quantity, Instant now) {
        int left = quantity;
        for (Stock.Level level : stock.levels(List.of(product.id()))) {
            int part = Math.min(left, level.available());
            if (part > 0 && take(reservation, product, level.locationId(), part, now)) {
                left -= part;
            }
        }
        return left;
    }

    private int available(Product product, List<StockLocation> from) {
        List<Long> there = from.stream().map(StockLocation::id).toList();
        return stock.levels(List.of(product.id())).stream().filter(level -> there.contains(level.locationId())).mapToInt(Stock.Level::available).sum();
    }

    private boolean take(StockReservation reservation, Product product, long locationId, int quantity, Instant now) {
        if (!stock.reserve(product.id(), locationId, quantity, now)) {
            return false;
        }
        reservation.hold(product.id(), locationId, quantity);
        stock.add(new StockMovement(product.id(), locationId, StockMovement.Kind.RESERVED, 0, quantity, reservation.reference(), currentUser.name(), now));
        return true;
    }

    /** @throws NotFoundException {@code catalog.unknown-reservation} */
    public Held reservation(String reference) {
        return held(get(reference));
    }

    private StockReservation get(String reference) {
        return stock.findReservation(reference).orElseThrow(() -> new NotFoundException("catalog.unknown-reservation", String.valueOf(reference)));
    }

    /**
     * It is sold. Told twice it is sold once.
     *
     * @throws BusinessException {@code catalog.reservation-ended} when it is not held any more
     */
    public Held confirm(String reference) {
        StockReservation reservation = get(reference);
        if (reservation.state() == StockReservation.State.SOLD) {
            return held(reservation);
        }
        Instant now = clock.instant();
        if (!stock.end(reservation, StockReservation.State.SOLD, now)) {
            throw new BusinessException("catalog.reservation-ended", reference);
        }
        for (StockReservation.Line line : reservation.lines()) {
            stock.sell(line.productId(), line.locationId(), line.quantity(), now);
            stock.add(new StockMovement(line.productId(), line.locationId(), StockMovement.Kind.SOLD, -line.quantity(), -line.quantity(), reference, currentUser.name(), now));
        }
        events.tell(new StockActed("catalog.stock-sold", RESERVATION, reservation.id(), reservation.customerId().orElse(null), reference));
        return held(reservation);
    }

    /** He does without. What has ended already stays as it is. */
    public Held release(String reference) {
        StockReservation reservation = get(reference);
        freeing.free(reservation, StockReservation.State.RELEASED);
        return held(reservation);
    }

    /** It is held from now on for so long. @throws BusinessException {@code catalog.reservation-ended} when it is not held any more */
    public Held extend(String reference, Duration hold) {
        StockReservation reservation = get(reference);
        if (hold.isNegative() || hold.isZero() || hold.compareTo(LONGEST) > 0) {
            throw new BusinessException("shared.field-range", "hold", 1, LONGEST.toMinutes());
        }
        if (!stock.hold(reservation, clock.instant().plus(hold))) {
            throw new BusinessException("catalog.reservation-ended", reference);
        }
        events.tell(new StockActed("catalog.stock-extended", RESERVATION, reservation.id(), reservation.customerId().orElse(null), reference));
        return held(reservation);
    }

    /** A customer brought something back that can be sold again. @param reference of the return, for the ledger @throws NotFoundException {@code catalog.unknown-product}, {@code catalog.unknown-location} */
    public void takeBack(String sku, int quantity, String location, String reference) {
        Product product = products.withSku(sku);
        StockLocation place = stock.findLocation(location).orElseThrow(() -> new NotFoundException("catalog.unknown-location", String.valueOf(location)));
        if (!product.stocked()) {
            throw new BusinessException("catalog.not-stocked", product.sku());
        }
        Instant now = clock.instant();
        stock.locked(product.id(), place.id(), now);
        stock.receive(product.id(), place.id(), quantity(quantity), now);
        stock.add(new StockMovement(product.id(), place.id(), StockMovement.Kind.RETURNED, quantity, 0, reference, currentUser.name(), now));
        events.tell(new StockActed("catalog.stock-returned", "product", product.id(), null, quantity + " × " + product.sku() + ", " + place.code()));
    }

    private Held held(StockReservation reservation) {
        Map<Long, String> skus = products.withIds(reservation.lines().stream().map(StockReservation.Line::productId).distinct().toList()).values().stream().collect(Collectors.toMap(Product::id, Product::sku));
        Map<Long, String> codes = stock.locations().stream().collect(Collectors.toMap(StockLocation::id, StockLocation::code));
        List<Part> parts = reservation.lines().stream().map(line -> new Part(line.productId(), skus.get(line.productId()), codes.get(line.locationId()), line.quantity())).toList();
        return new Held(reservation.reference(), reservation.customerId().orElse(null), reservation.state(), reservation.heldUntil().orElse(null), parts);
    }
}
