// SPDX-License-Identifier: Apache-2.0
package il.moked.catalog.ejb;

import il.moked.catalog.Price;
import il.moked.catalog.PriceBook;
import il.moked.catalog.PriceList;
import il.moked.catalog.PricePolicy;
import il.moked.catalog.Product;
import il.moked.catalog.Products;
import il.moked.catalog.Validity;
import il.moked.catalog.ejb.CatalogImporting.Imported;
import il.moked.shared.BusinessException;
import il.moked.shared.CsvLine;
import il.moked.shared.CsvTable;
import il.moked.shared.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Prices as a file, one a line. A price that is there as it stands is left; one that has no end, and began before, ends where
 * the next of the file begins; whatever else would overlap is refused.
 */
@ApplicationScoped
class PriceSheet {
    static final List<String> COLUMNS = List.of("list", "sku", "amount", "currency", "from", "until");
    private static final CsvTable.Heading HEADING = new CsvTable.Heading(Set.of("list", "sku", "amount", "from"), Set.of("currency", "until"));
    private static final int LONGEST_CODE = 40;
    private static final int LONGEST_SKU = 60;

    @Inject
    PriceBook book;
    @Inject
    Products products;
    @Inject
    ShopDay days;

    private record Draft(int line, String list, String sku, Money amount, Validity validity) {
    }

    /** One that stays, perhaps with an end, or comes. @param draft null for one that was there */
    private static final class Span {
        private final Price price;
        private final Draft draft;
        private Validity validity;

        Span(Price price, Draft draft) {
            this.price = price;
            this.draft = draft;
            this.validity = price == null ? draft.validity() : price.validity();
        }

        boolean fresh() {
            return draft != null;
        }

        boolean shortened() {
            return price != null && !validity.equals(price.validity());
        }

        boolean is(Draft other) {
            return validity.equals(other.validity()) && (price == null ? draft.amount() : price.amount()).equals(other.amount());
        }
    }

    Imported read(InputStream file, boolean tried) {
        Map<String, PriceList> lists = book.lists().stream().collect(Collectors.toMap(PriceList::code, Function.identity()));
        List<Draft> drafts = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        CsvTable.Outcome outcome = CsvTable.read(file, HEADING, CsvTable.MOST_LINES, row -> drafts.add(draft(row, lists, seen)));
        if (!outcome.good()) {
            return Imported.wrong(tried, outcome);
        }
        Refusals refusals = new Refusals();
        Map<String, Product> known = products.withSkus(drafts.stream().map(Draft::sku).toList());
        drafts.stream().filter(draft -> !known.containsKey(draft.sku())).forEach(draft -> refusals.add(draft.line(), "sku", new BusinessException("shared.field-unknown-value", "sku", draft.sku())));
        if (!refusals.none()) {
            return Imported.wrong(tried, refusals.with(outcome.lines()));
        }
        Map<String, List<Draft>> byList = drafts.stream().collect(Collectors.groupingBy(Draft::list, TreeMap::new, Collectors.toList()));
        Map<PriceList, List<Span>> planned = new LinkedHashMap<>();
        byList.forEach((code, ofList) -> {
            PriceList list = tried ? lists.get(code) : book.getLocked(lists.get(code).id());
            planned.put(list, plan(list, ofList, known, refusals));
        });
        if (!refusals.none()) {
            return Imported.wrong(tried, refusals.with(outcome.lines()));
        }
        int created = (int) planned.values().stream().flatMap(List::stream).filter(Span::fresh).count();
        int ended = (int) planned.values().stream().flatMap(List::stream).filter(Span::shortened).count();
        if (!tried) {
            planned.forEach((list, spans) -> write(list, spans, known));
        }
        return new Imported(tried, outcome.lines(), created, ended, outcome.lines() - created, List.of(), 0);
    }

    /** What the prices of these products in the list become. */
    private List<Span> plan(PriceList list, List<Draft> drafts, Map<String, Product> known, Refusals refusals) {
        Map<Long, List<Span>> spans = new HashMap<>();
        book.of(list.id(), drafts.stream().map(draft -> known.get(draft.sku()).id()).toList()).forEach(price -> spans.computeIfAbsent(price.productId(), id -> new ArrayList<>()).add(new Span(price, null)));
        for (Draft draft : drafts.stream().sorted(Comparator.comparing((Draft one) -> one.validity().from()).thenComparingInt(Draft::line)).toList()) {
            place(draft, spans.computeIfAbsent(known.get(draft.sku()).id(), id -> new ArrayList<>()), refusals);
        }
        return spans.values().stream().flatMap(List::stream).toList();
    }

    private void write(PriceList list, List<Span> spans, Map<String, Product> known) {
        spans.stream().filter(Span::shortened).forEach(span -> span.price.endOn(span.validity.until()));
        List<Span> fresh = spans.stream().filter(Span::fresh).toList();
        fresh.forEach(span -> book.add(new Price(list, known.get(span.draft.sku()).id(), span.draft.amount(), span.validity)));
        if (!fresh.isEmpty()) {
            list.changed();
        }
        book.flush();
    }

    private static Draft draft(CsvTable.Row row, Map<String, PriceList> lists, Map<String, Integer> seen) {
        PriceList list = lists.get(row.text("list", LONGEST_CODE));
        if (list == null) {
            throw new BusinessException("shared.field-unknown-value", "list", row.text("list", LONGEST_CODE));
        }
        String currency = row.findText("currency", 3).orElse(list.currency());
        if (!currency.equals(list.currency())) {
            throw new BusinessException("catalog.list-currency", "currency", currency, list.currency());
        }
        Money amount = row.findMoney("amount", currency).orElseThrow(() -> new BusinessException("shared.field-missing", "amount"));
        LocalDate from = row.findDay("from").orElseThrow(() -> new BusinessException("shared.field-missing", "from"));
        Draft draft = new Draft(row.line(), list.code(), Product.sku(row.text("sku", LONGEST_SKU)), PricePolicy.checked(amount), new Validity(from, row.findDay("until").orElse(null)));
        Integer before = seen.put(draft.list() + " " + draft.sku() + " " + from, row.line());
        if (before != null) {
            throw new BusinessException("shared.csv-twice", "from", before);
        }
        return draft;
    }

    private void place(Draft draft, List<Span> spans, Refusals refusals) {
        if (spans.stream().anyMatch(span -> span.is(draft))) {
            return;
        }
        LocalDate from = draft.validity().from();
        try {
            for (Span span : spans) {
                if (span.validity.until() == null && span.validity.from().isBefore(from)) {
                    if (span.price != null && from.isBefore(days.today())) {
                        throw new BusinessException("catalog.price-past", "from");
                    }
                    span.validity = new Validity(span.validity.from(), from);
                }
            }
            PricePolicy.refuseOverlap(draft.validity(), spans.stream().map(span -> span.validity).toList());
            spans.add(new Span(null, draft));
        } catch (BusinessException refused) {
            refusals.add(draft.line(), "from", refused);
        }
    }

    /** A line of the file that {@link #read} reads. */
    static String line(Price price, String sku) {
        return CsvLine.of(Arrays.asList(price.list().code(), sku, price.amount().decimal().toPlainString(), price.list().currency(), price.validity().from(), price.validity().until()));
    }
}
