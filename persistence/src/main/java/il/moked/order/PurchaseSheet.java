// SPDX-License-Identifier: Apache-2.0
package il.moked.order;

import il.moked.shared.BusinessException;
import il.moked.shared.CsvTable;
import il.moked.shared.CsvTable.Heading;
import il.moked.shared.CsvTable.Outcome;
import il.moked.shared.CsvTable.Row;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;

/**
 * A file of purchases, one line for each product of each invoice: {@code InvoiceNo}, {@code StockCode}, {@code Description},
 * {@code Quantity} (below zero: given back), {@code InvoiceDate} ({@code 2010-12-01 08:26:00}), {@code UnitPrice} (up to six
 * places), {@code CustomerID} (may be empty), {@code Country}. The lines of an invoice need not stand together, but must agree
 * in their customer; the first tells the moment.
 */
public final class PurchaseSheet {
    static final String INVOICE = "InvoiceNo";
    static final String SKU = "StockCode";
    static final String DESCRIPTION = "Description";
    static final String QUANTITY = "Quantity";
    static final String AT = "InvoiceDate";
    static final String PRICE = "UnitPrice";
    static final String CUSTOMER = "CustomerID";
    static final String COUNTRY = "Country";
    private static final Heading HEADING = new Heading(Set.of(INVOICE, SKU, QUANTITY, AT, PRICE), Set.of(DESCRIPTION, CUSTOMER, COUNTRY));
    private static final int MOST_PIECES = 10_000_000;
    private static final String DECIMAL = "-?[0-9]{1,12}(\\.[0-9]{1,6})?";
    /** As spreadsheets write a whole number they take for a measure. */
    private static final String WHOLE_WRITTEN_AS_DECIMAL = "\\.0+$";
    private static final int EVERY = 500;

    private final ZoneId zone;
    private final IntConsumer progress;
    private final Map<String, Invoice> invoices = new LinkedHashMap<>();
    private int read;

    private record Invoice(String customer, String country, Instant at, List<PurchaseDocument.Line> lines) {
    }

    /** What a file says. @param documents in the order of their first lines; not to be used when something is wrong */
    public record Read(Outcome outcome, Collection<PurchaseDocument> documents) {
        /** What all of it comes to, to the last part of a coin. */
        public BigDecimal total() {
            return documents.stream().map(PurchaseDocument::exactAmount).reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    private PurchaseSheet(ZoneId zone, IntConsumer progress) {
        this.zone = zone;
        this.progress = progress;
    }

    /** In the usual order. */
    public static List<String> columns() {
        return List.of(INVOICE, SKU, DESCRIPTION, QUANTITY, AT, PRICE, CUSTOMER, COUNTRY);
    }

    /** @param zone in which the file tells time @param progress told how many lines were read, now and then */
    public static Read read(InputStream file, ZoneId zone, IntConsumer progress) {
        PurchaseSheet sheet = new PurchaseSheet(zone, progress);
        Outcome outcome = CsvTable.read(file, HEADING, CsvTable.MOST_LINES, sheet::line);
        return new Read(outcome, sheet.documents());
    }

    private List<PurchaseDocument> documents() {
        List<PurchaseDocument> documents = new ArrayList<>(invoices.size());
        invoices.forEach((number, invoice) -> documents.add(new PurchaseDocument(number, invoice.customer(), invoice.country(), invoice.at(), invoice.lines())));
        return documents;
    }

    private void line(Row row) {
        if (++read % EVERY == 0) {
            progress.accept(read);
        }
        String number = row.text(INVOICE, 40);
        String customer = row.findText(CUSTOMER, 80).map(written -> written.replaceFirst(WHOLE_WRITTEN_AS_DECIMAL, "")).orElse(null);
        Instant at = moment(row.text(AT, 40));
        int quantity = row.findWhole(QUANTITY, -MOST_PIECES, MOST_PIECES).map(Long::intValue).filter(pieces -> pieces != 0).orElseThrow(() -> new BusinessException("order.no-pieces", QUANTITY));
        PurchaseDocument.Line line = new PurchaseDocument.Line(row.text(SKU, 40), row.findText(DESCRIPTION, 300).orElse(null), quantity, price(row.text(PRICE, 40)));
        Invoice invoice = invoices.computeIfAbsent(number, fresh -> new Invoice(customer, row.findText(COUNTRY, 80).orElse(null), at, new ArrayList<>()));
        if (!java.util.Objects.equals(invoice.customer(), customer)) {
            throw new BusinessException("order.invoice-of-two", CUSTOMER, number);
        }
        invoice.lines().add(line);
    }

    private Instant moment(String written) {
        try {
            return LocalDateTime.parse(written.length() == "yyyy-MM-dd HH:mm".length() ? written.replace(' ', 'T') + ":00" : written.replace(' ', 'T')).atZone(zone).toInstant();
        } catch (DateTimeException other) {
            throw new BusinessException("order.moment", AT, written);
        }
    }

    private static BigDecimal price(String written) {
        if (!written.matches(DECIMAL)) {
            throw new BusinessException("order.price", PRICE, written);
        }
        return new BigDecimal(written);
    }
}
