// SPDX-License-Identifier: Apache-2.0
package il.moked.catalog.ejb;

import il.moked.access.ejb.CurrentUser;
import il.moked.catalog.Product;
import il.moked.catalog.Products;
import il.moked.catalog.Stock;
import il.moked.catalog.StockLocation;
import il.moked.catalog.StockMovement;
import il.moked.catalog.ejb.StockKeeping.Counted;
import il.moked.shared.BusinessException;
import il.moked.shared.NotFoundException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Sets what is there to what was counted, and writes the difference into the ledger. */
@ApplicationScoped
class StockCounting {
    @Inject
    Stock stock;
    @Inject
    Products products;
    @Inject
    CurrentUser currentUser;
    @Inject
    Clock clock;

    static Product stocked(Product product) {
        if (!product.stocked()) {
            throw new BusinessException("catalog.not-stocked", product.sku());
        }
        return product;
    }

    StockLocation place(String code) {
        return stock.findLocation(code).orElseThrow(() -> new NotFoundException("catalog.unknown-location", String.valueOf(code)));
    }

    /** @param reference for the ledger @return whether it was otherwise than was thought @throws BusinessException {@code catalog.stock-held} when more are held for buyers than there are */
    boolean count(Product product, StockLocation place, int onHand, String reference) {
        if (onHand < 0 || onHand > StockKeeping.MOST) {
            throw new BusinessException("shared.field-range", "onHand", 0, StockKeeping.MOST);
        }
        Instant now = clock.instant();
        Stock.Level before = stock.locked(product.id(), place.id(), now);
        if (before.reserved() > onHand) {
            throw new BusinessException("catalog.stock-held", product.sku(), before.reserved());
        }
        if (before.onHand() == onHand) {
            return false;
        }
        stock.count(product.id(), place.id(), onHand, now);
        stock.add(new StockMovement(product.id(), place.id(), StockMovement.Kind.COUNTED, onHand - before.onHand(), 0, reference, currentUser.name(), now));
        return true;
    }

    /** Many at once, all or none, in one order for everybody who does. @return how many were otherwise than was thought */
    int countAll(List<Counted> levels, String reference) {
        Map<String, Product> known = products.withSkus(levels.stream().map(Counted::sku).toList());
        Map<String, StockLocation> places = stock.locations().stream().collect(Collectors.toMap(StockLocation::code, Function.identity()));
        Set<String> seen = new HashSet<>();
        for (Counted one : levels) {
            if (!known.containsKey(one.sku())) {
                throw new NotFoundException("catalog.unknown-product", one.sku());
            }
            stocked(known.get(one.sku()));
            if (!places.containsKey(one.location())) {
                throw new NotFoundException("catalog.unknown-location", String.valueOf(one.location()));
            }
            if (!seen.add(one.sku() + " " + one.location())) {
                throw new BusinessException("catalog.line-twice", one.sku());
            }
        }
        Comparator<Counted> order = Comparator.comparing((Counted one) -> known.get(one.sku()).id()).thenComparing(one -> places.get(one.location()).place()).thenComparing(Counted::location);
        int changed = 0;
        for (Counted one : levels.stream().sorted(order).toList()) {
            changed += count(known.get(one.sku()), places.get(one.location()), one.onHand(), reference) ? 1 : 0;
        }
        return changed;
    }
}
