// SPDX-License-Identifier: Apache-2.0
package il.moked.catalog.ejb;

import il.moked.access.Role;
import il.moked.access.ejb.Administered;
import il.moked.access.ejb.CurrentUser;
import il.moked.catalog.Product;
import il.moked.catalog.Products;
import il.moked.catalog.Stock;
import il.moked.catalog.StockLocation;
import il.moked.catalog.StockMovement;
import il.moked.shared.BusinessException;
import il.moked.shared.Page;
import il.moked.shared.ShownText;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** What came in and what was counted, by people and by the systems of warehouses; each change is in the ledger. */
@Stateless
@RolesAllowed({Role.ADMINISTRATOR, Role.INTEGRATION, Role.SYSTEM})
public class StockKeeping {
    public static final int MOST = 10_000_000;
    public static final int MOST_FEED = 10_000;
    private static final int LONGEST_FEED = 60;
    private static final int MOST_PLACE = 1000;

    @Inject
    Stock stock;
    @Inject
    Products products;
    @Inject
    StockCounting counting;
    @Inject
    CurrentUser currentUser;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    public record LocationLine(long id, int version, String code, String hebrewName, String englishName, StockLocation.Kind kind, int place, boolean active) {
        static LocationLine of(StockLocation location) {
            return new LocationLine(location.id(), location.version(), location.code(), location.name("he"), location.name("en"), location.kind(), location.place(), location.active());
        }

        public String name(String language) {
            return "he".equals(language) ? hebrewName : englishName;
        }
    }

    /** How much of a product there is at a location. */
    public record Counted(String sku, String location, int onHand) {
        public Counted {
            sku = Product.sku(sku);
        }
    }

    public List<LocationLine> locations() {
        return stock.locations().stream().map(LocationLine::of).toList();
    }

    /** @param place 1 upwards: what is sent comes from the first that has it @throws BusinessException {@code shared.code-taken} */
    @RolesAllowed(Role.ADMINISTRATOR)
    public long createLocation(String code, String hebrewName, String englishName, StockLocation.Kind kind, int place) {
        ProductKeeping.named(code, hebrewName, englishName);
        place(place);
        if (kind == null) {
            throw new BusinessException("shared.field-missing", "kind");
        }
        if (stock.findLocation(code).isPresent()) {
            throw new BusinessException("shared.code-taken", "code", code);
        }
        StockLocation location = new StockLocation(code, hebrewName.strip(), englishName.strip(), kind, place);
        stock.add(location);
        stock.flush();
        events.tell(new Administered("catalog.location-created", "stock-location", location.id(), code + ", " + kind));
        return location.id();
    }

    private static void place(int place) {
        if (place < 1 || place > MOST_PLACE) {
            throw new BusinessException("shared.field-range", "place", 1, MOST_PLACE);
        }
    }

    /** @param seen the version the change is based on @throws BusinessException {@code shared.conflict} when there is a newer one */
    @RolesAllowed(Role.ADMINISTRATOR)
    public void changeLocation(long id, int seen, String hebrewName, String englishName, int place, boolean active) {
        StockLocation location = stock.location(id);
        ProductKeeping.named(location.code(), hebrewName, englishName);
        place(place);
        if (location.version() != seen) {
            throw new BusinessException("shared.conflict");
        }
        location.become(hebrewName.strip(), englishName.strip(), place, active);
        stock.flush();
        events.tell(new Administered("catalog.location-changed", "stock-location", id, location.code() + ", " + place + ", " + active));
    }

    /** Of a product, the newest first. @param before id of the last one shown, null for the first page */
    public Page<Stock.Movement> movements(long productId, Long before, int size) {
        return Page.of(stock.movements(productId, before, size + 1), size);
    }

    /** So many came in. @param delivery its number, for the ledger; may be null */
    public void receive(String sku, String location, int quantity, String delivery) {
        if (quantity < 1 || quantity > MOST) {
            throw new BusinessException("shared.field-range", "quantity", 1, MOST);
        }
        Product product = StockCounting.stocked(products.withSku(sku));
        StockLocation place = counting.place(location);
        Instant now = clock.instant();
        Stock.Level before = stock.locked(product.id(), place.id(), now);
        if (before.onHand() > MOST - quantity) {
            throw new BusinessException("shared.field-range", "quantity", 1, MOST - before.onHand());
        }
        stock.receive(product.id(), place.id(), quantity, now);
        stock.add(new StockMovement(product.id(), place.id(), StockMovement.Kind.RECEIVED, quantity, 0, delivery == null || delivery.isBlank() ? null : delivery.strip(), currentUser.name(), now));
        events.tell(new StockActed("catalog.stock-received", "product", product.id(), null, quantity + " × " + product.sku() + ", " + place.code()));
    }

    /**
     * So many are there, whatever was thought.
     *
     * @throws BusinessException {@code catalog.stock-held} when more are held for buyers than there are
     */
    public void count(Counted counted) {
        Product product = StockCounting.stocked(products.withSku(counted.sku()));
        if (counting.count(product, counting.place(counted.location()), counted.onHand(), null)) {
            events.tell(new StockActed("catalog.stock-counted", "product", product.id(), null, counted.onHand() + " × " + product.sku() + ", " + counted.location()));
        }
    }

    /**
     * A message of another system of how much there is: all of it or nothing. One that was taken already, or is older than one
     * that was, changes nothing.
     *
     * @param feed code of the sender @param sequence grows with each message of the sender
     * @return how many levels it changed; −1 when it was not new
     */
    public int take(String feed, long sequence, List<Counted> levels) {
        if (feed == null || feed.isBlank() || feed.length() > LONGEST_FEED) {
            throw new BusinessException("shared.field-missing", "feed");
        }
        if (levels.size() > MOST_FEED) {
            throw new BusinessException("shared.field-too-many", "levels", MOST_FEED);
        }
        if (!stock.takeFeed(feed, sequence, clock.instant())) {
            return -1;
        }
        int changed = counting.countAll(levels, ShownText.line(feed + " " + sequence, LONGEST_FEED));
        events.tell(new StockActed("catalog.stock-fed", "stock-feed", null, null, feed + " " + sequence + ": " + changed));
        return changed;
    }
}
