// SPDX-License-Identifier: Apache-2.0
package il.moked.catalog.ejb;

import il.moked.catalog.Product;
import il.moked.catalog.ProductCategory;
import il.moked.catalog.Products;
import il.moked.catalog.TaxClass;
import il.moked.catalog.ejb.CatalogImporting.Imported;
import il.moked.shared.BusinessException;
import il.moked.shared.CsvLine;
import il.moked.shared.CsvTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Products as a file, one a line. A product is known by its SKU; a column that is not there leaves what is known as it is, and
 * an empty cell is what a new product begins with.
 */
@ApplicationScoped
class ProductSheet {
    static final List<String> COLUMNS = List.of("sku", "category", "hebrewName", "englishName", "kind", "unit", "taxClass", "hebrewText", "englishText", "manualLink", "warrantyMonths", "activeFrom", "activeUntil");
    private static final CsvTable.Heading HEADING = new CsvTable.Heading(Set.of("sku", "category", "hebrewName", "englishName"), Set.copyOf(COLUMNS.subList(4, COLUMNS.size())));
    private static final int BLOCK = 500;

    @Inject
    Products products;
    @Inject
    ShopDay days;

    /** A line that can be read. @param given columns of the file */
    private record Draft(int line, String sku, long categoryId, String hebrewName, String englishName, Optional<Product.Kind> kind, Optional<Product.Unit> unit, Optional<TaxClass> taxClass, Optional<String> hebrewText, Optional<String> englishText,
            Optional<String> manualLink, Optional<Long> warrantyMonths, Optional<LocalDate> activeFrom, Optional<LocalDate> activeUntil, Set<String> given) {
        Product.Facts facts(Product.Facts known, LocalDate today) {
            return new Product.Facts(kept("kind", kind, known == null ? null : known.kind(), Product.Kind.GOODS), kept("unit", unit, known == null ? null : known.unit(), Product.Unit.PIECE),
                    kept("taxClass", taxClass, known == null ? null : known.taxClass(), TaxClass.STANDARD), categoryId, hebrewName, englishName, kept("hebrewText", hebrewText, known == null ? null : known.hebrewText(), ""),
                    kept("englishText", englishText, known == null ? null : known.englishText(), ""), kept("manualLink", manualLink, known == null ? null : known.manualLink(), null),
                    Math.toIntExact(kept("warrantyMonths", warrantyMonths, known == null ? null : Long.valueOf(known.warrantyMonths()), 0L)), kept("activeFrom", activeFrom, known == null ? null : known.activeFrom(), today),
                    kept("activeUntil", activeUntil, known == null ? null : known.activeUntil(), null));
        }

        private <T> T kept(String column, Optional<T> cell, T known, T first) {
            return cell.orElse(given.contains(column) ? first : known == null ? first : known);
        }
    }

    private record Planned(Draft draft, boolean fresh, Product.Facts facts) {
    }

    Imported read(InputStream file, boolean tried) {
        Map<String, Long> categories = products.categories().stream().collect(Collectors.toMap(ProductCategory::code, ProductCategory::id));
        List<Draft> drafts = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        CsvTable.Outcome outcome = CsvTable.read(file, HEADING, CsvTable.MOST_LINES, row -> drafts.add(draft(row, categories, seen)));
        if (!outcome.good()) {
            return Imported.wrong(tried, outcome);
        }
        Refusals refusals = new Refusals();
        List<Planned> planned = plan(drafts, refusals);
        if (!refusals.none()) {
            return Imported.wrong(tried, refusals.with(outcome.lines()));
        }
        int created = (int) planned.stream().filter(Planned::fresh).count();
        if (!tried) {
            write(planned);
        }
        return new Imported(tried, outcome.lines(), created, planned.size() - created, outcome.lines() - planned.size(), List.of(), 0);
    }

    private static Draft draft(CsvTable.Row row, Map<String, Long> categories, Map<String, Integer> seen) {
        String sku = Product.sku(row.text("sku", 60));
        Integer before = seen.put(sku, row.line());
        if (before != null) {
            throw new BusinessException("shared.csv-twice", "sku", before);
        }
        String category = row.text("category", 40);
        if (!categories.containsKey(category)) {
            throw new BusinessException("shared.field-unknown-value", "category", category);
        }
        Set<String> given = COLUMNS.stream().filter(row::has).collect(Collectors.toSet());
        return new Draft(row.line(), sku, categories.get(category), row.text("hebrewName", Product.LONGEST_NAME), row.text("englishName", Product.LONGEST_NAME), row.findOne("kind", Product.Kind.class), row.findOne("unit", Product.Unit.class),
                row.findOne("taxClass", TaxClass.class), row.findText("hebrewText", Product.LONGEST_TEXT), row.findText("englishText", Product.LONGEST_TEXT), row.findText("manualLink", Product.LONGEST_LINK),
                row.findWhole("warrantyMonths", 0, Product.LONGEST_WARRANTY), row.findDay("activeFrom"), row.findDay("activeUntil"), given);
    }

    /** Those that change something. */
    private List<Planned> plan(List<Draft> drafts, Refusals refusals) {
        LocalDate today = days.today();
        List<Planned> planned = new ArrayList<>();
        for (int from = 0; from < drafts.size(); from += BLOCK) {
            List<Draft> block = drafts.subList(from, Math.min(drafts.size(), from + BLOCK));
            Map<String, Product> known = products.withSkus(block.stream().map(Draft::sku).toList());
            for (Draft draft : block) {
                Product product = known.get(draft.sku());
                try {
                    Product.Facts facts = draft.facts(product == null ? null : product.facts(), today);
                    if (product == null || !facts.equals(product.facts())) {
                        planned.add(new Planned(draft, product == null, facts));
                    }
                } catch (BusinessException refused) {
                    refusals.add(draft.line(), refused.arguments().isEmpty() ? null : refused.arguments().get(0).toString(), refused);
                }
            }
            products.forget();
        }
        return planned;
    }

    private void write(List<Planned> planned) {
        for (int from = 0; from < planned.size(); from += BLOCK) {
            List<Planned> block = planned.subList(from, Math.min(planned.size(), from + BLOCK));
            products.addAll(block.stream().filter(Planned::fresh).map(one -> new Product(one.draft().sku(), one.facts())).toList());
            Map<String, Product> known = products.withSkus(block.stream().filter(one -> !one.fresh()).map(one -> one.draft().sku()).toList());
            block.stream().filter(one -> !one.fresh()).forEach(one -> known.get(one.draft().sku()).become(one.facts()));
            products.changed(known.values());
            products.forget();
        }
    }

    /** A line of the file that {@link #read} reads. */
    static String line(Product product, String category) {
        Product.Facts facts = product.facts();
        return CsvLine.of(Arrays.asList(product.sku(), category, facts.hebrewName(), facts.englishName(), facts.kind(), facts.unit(), facts.taxClass(), facts.hebrewText(), facts.englishText(), facts.manualLink(), facts.warrantyMonths(), facts.activeFrom(),
                facts.activeUntil()));
    }
}
