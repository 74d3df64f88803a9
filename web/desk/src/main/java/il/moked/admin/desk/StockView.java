// SPDX-License-Identifier: Apache-2.0
package il.moked.admin.desk;

import il.moked.catalog.StockLocation;
import il.moked.catalog.ejb.Availability;
import il.moked.catalog.ejb.Levels;
import il.moked.catalog.ejb.ProductSearch;
import il.moked.catalog.ejb.ProductSearch.ProductLine;
import il.moked.catalog.ejb.StockKeeping;
import il.moked.catalog.ejb.StockKeeping.LocationLine;
import il.moked.shared.NotFoundException;
import il.moked.shared.Page;
import il.moked.shared.desk.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** admin/stock.xhtml: how much of everything is where, and the places it can be. */
@Named
@RequestScoped
public class StockView {
    private static final int PAGE = 50;
    private static final int MOST_PLACE = 1000;

    @Inject
    StockKeeping stock;
    @Inject
    Availability availability;
    @Inject
    ProductSearch search;
    @Inject
    Screen screen;
    @Inject
    Entered entered;
    @Inject
    Doing doing;

    private List<LocationLine> locations;
    private Page<ProductLine> page;
    private Map<String, List<Levels.Place>> levels;
    private boolean finished;

    public List<LocationLine> locations() {
        return locations = locations == null ? stock.locations() : locations;
    }

    /** Those in use, one a column. */
    public List<LocationLine> inUse() {
        return locations().stream().filter(LocationLine::active).toList();
    }

    public String typed() {
        return screen.text("q") == null ? "" : screen.text("q");
    }

    /** What is kept in stock; services are left out. */
    public List<ProductLine> rows() {
        return page().rows().stream().filter(line -> line.available() != null).toList();
    }

    public boolean isMore() {
        return page().more();
    }

    public String next() {
        return page().rows().isEmpty() ? null : page().rows().get(page().rows().size() - 1).sku();
    }

    private Page<ProductLine> page() {
        return page = page == null ? search.find(typed(), null, true, screen.text("after"), PAGE) : page;
    }

    /** Null where it never was. */
    public Levels.Place level(ProductLine line, LocationLine location) {
        levels = levels == null ? availability.of(rows().stream().map(ProductLine::sku).toList()) : levels;
        return levels.getOrDefault(line.sku(), List.of()).stream().filter(place -> place.locationId() == location.id()).findFirst().orElse(null);
    }

    public int reserved(ProductLine line) {
        level(line, locations().get(0));
        return levels.getOrDefault(line.sku(), List.of()).stream().mapToInt(Levels.Place::reserved).sum();
    }

    public boolean isEditing() {
        return !finished && screen.text("location-id") != null && !screen.text("location-id").isEmpty();
    }

    public boolean isNew() {
        return "new".equals(screen.text("location-id"));
    }

    public LocationLine chosen() {
        return isNew() ? new LocationLine(0, 0, "", "", "", StockLocation.Kind.BRANCH, locations().size() + 1, true) : locations().stream().filter(one -> one.id() == screen.number("location-id")).findFirst()
                .orElseThrow(() -> new NotFoundException("catalog.unknown-location", screen.text("location-id")));
    }

    public List<String> kinds() {
        return Arrays.stream(StockLocation.Kind.values()).map(Enum::name).toList();
    }

    public void save() {
        Object saved = doing.told("saved", () -> {
            if (isNew()) {
                stock.createLocation(entered.text("code"), entered.text("hebrewName"), entered.text("englishName"), entered.one("locationKind", StockLocation.Kind.class), entered.needWhole("place", 1, MOST_PLACE));
            } else {
                stock.changeLocation(screen.number("location-id"), (int) screen.number("version"), entered.text("hebrewName"), entered.text("englishName"), entered.needWhole("place", 1, MOST_PLACE), screen.says("active"));
            }
            locations = null;
            return true;
        });
        if (saved != null) {
            finished = true;
            screen.answer("go", "stock.xhtml");
        }
    }
}
