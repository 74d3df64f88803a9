// SPDX-License-Identifier: Apache-2.0
package il.moked.catalog.ejb;

import il.moked.catalog.Product;
import il.moked.catalog.Products;
import il.moked.catalog.Stock;
import il.moked.catalog.StockLocation;
import il.moked.catalog.ejb.CatalogImporting.Imported;
import il.moked.catalog.ejb.StockKeeping.Counted;
import il.moked.shared.BusinessException;
import il.moked.shared.CsvTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What was counted as a file: how many of a product there are at a location, one a line. */
@ApplicationScoped
class StockSheet {
    static final List<String> COLUMNS = List.of("sku", "location", "onHand");
    private static final CsvTable.Heading HEADING = new CsvTable.Heading(Set.copyOf(COLUMNS), Set.of());
    private static final int BLOCK = 500;
    private static final String REFERENCE = "file";

    @Inject
    Stock stock;
    @Inject
    Products products;
    @Inject
    StockCounting counting;

    private record Draft(int line, Counted counted) {
    }

    Imported read(InputStream file, boolean tried) {
        Map<String, StockLocation> locations = stock.locations().stream().collect(Collectors.toMap(StockLocation::code, Function.identity()));
        List<Draft> drafts = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        CsvTable.Outcome outcome = CsvTable.read(file, HEADING, CsvTable.MOST_LINES, row -> drafts.add(draft(row, locations, seen)));
        if (!outcome.good()) {
            return Imported.wrong(tried, outcome);
        }
        Refusals refusals = new Refusals();
        Map<String, Product> known = products.withSkus(drafts.stream().map(draft -> draft.counted().sku()).toList());
        for (Draft draft : drafts) {
            Product product = known.get(draft.counted().sku());
            if (product == null) {
                refusals.add(draft.line(), "sku", new BusinessException("shared.field-unknown-value", "sku", draft.counted().sku()));
            } else if (!product.stocked()) {
                refusals.add(draft.line(), "sku", new BusinessException("catalog.not-stocked", product.sku()));
            }
        }
        if (!refusals.none()) {
            return Imported.wrong(tried, refusals.with(outcome.lines()));
        }
        return compared(tried, outcome, drafts, known, locations, refusals);
    }

    private Imported compared(boolean tried, CsvTable.Outcome outcome, List<Draft> drafts, Map<String, Product> known, Map<String, StockLocation> locations, Refusals refusals) {
        Map<String, Stock.Level> levels = levels(known.values().stream().map(Product::id).toList());
        int created = 0;
        int changed = 0;
        List<Counted> otherwise = new ArrayList<>();
        for (Draft draft : drafts) {
            Counted counted = draft.counted();
            Stock.Level level = levels.get(known.get(counted.sku()).id() + " " + locations.get(counted.location()).id());
            if (level != null && level.reserved() > counted.onHand()) {
                refusals.add(draft.line(), "onHand", new BusinessException("catalog.stock-held", counted.sku(), level.reserved()));
            } else if (level == null || level.onHand() != counted.onHand()) {
                created += level == null ? 1 : 0;
                changed += level == null ? 0 : 1;
                otherwise.add(counted);
            }
        }
        if (!refusals.none()) {
            return Imported.wrong(tried, refusals.with(outcome.lines()));
        }
        if (!tried) {
            counting.countAll(otherwise, REFERENCE);
        }
        return new Imported(tried, outcome.lines(), created, changed, outcome.lines() - otherwise.size(), List.of(), 0);
    }

    private Map<String, Stock.Level> levels(List<Long> productIds) {
        Map<String, Stock.Level> levels = new HashMap<>();
        for (int from = 0; from < productIds.size(); from += BLOCK) {
            stock.levels(productIds.subList(from, Math.min(productIds.size(), from + BLOCK))).forEach(level -> levels.put(level.productId() + " " + level.locationId(), level));
        }
        return levels;
    }

    private static Draft draft(CsvTable.Row row, Map<String, StockLocation> locations, Map<String, Integer> seen) {
        Counted counted = new Counted(row.text("sku", 60), row.text("location", 40), Math.toIntExact(row.findWhole("onHand", 0, StockKeeping.MOST).orElseThrow(() -> new BusinessException("shared.field-missing", "onHand"))));
        if (!locations.containsKey(counted.location())) {
            throw new BusinessException("shared.field-unknown-value", "location", counted.location());
        }
        Integer before = seen.put(counted.sku() + " " + counted.location(), row.line());
        if (before != null) {
            throw new BusinessException("shared.csv-twice", "sku", before);
        }
        return new Draft(row.line(), counted);
    }
}
