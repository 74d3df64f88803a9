// SPDX-License-Identifier: Apache-2.0
package il.moked.catalog.ejb;

import il.moked.catalog.Stock;
import il.moked.catalog.StockLocation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is where, with the names of the places. */
@ApplicationScoped
public class Levels {
    @Inject
    Stock stock;

    /** @param available what is there and held for nobody */
    public record Place(long locationId, String code, String hebrewName, String englishName, StockLocation.Kind kind, int onHand, int reserved, int available) {
        public String name(String language) {
            return "he".equals(language) ? hebrewName : englishName;
        }
    }

    /** By product, in the order in which it is taken from; a product that is nowhere is not in it. */
    public Map<Long, List<Place>> of(Collection<Long> productIds) {
        Map<Long, List<Place>> places = new LinkedHashMap<>();
        if (productIds.isEmpty()) {
            return places;
        }
        Map<Long, StockLocation> locations = stock.locations().stream().collect(Collectors.toMap(StockLocation::id, Function.identity()));
        for (Stock.Level level : stock.levels(productIds)) {
            StockLocation location = locations.get(level.locationId());
            places.computeIfAbsent(level.productId(), id -> new ArrayList<>()).add(new Place(location.id(), location.code(), location.name("he"), location.name("en"), location.kind(), level.onHand(), level.reserved(), level.available()));
        }
        return places;
    }
}
