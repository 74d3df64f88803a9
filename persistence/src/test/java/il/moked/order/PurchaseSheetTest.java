// SPDX-License-Identifier: Apache-2.0
package il.moked.order;

import static org.assertj.core.api.Assertions.assertThat;

import il.moked.order.PurchaseSheet.Read;
import il.moked.shared.CsvTable;
import il.moked.shared.Money;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PurchaseSheetTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final String HEADING = "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";

    private static Read read(String lines) {
        return PurchaseSheet.read(new ByteArrayInputStream((HEADING + lines).getBytes(StandardCharsets.UTF_8)), LONDON, count -> {
        });
    }

    private static List<String> wrong(Read read) {
        return read.outcome().wrong().stream().map(wrong -> wrong.line() + " " + wrong.column() + " " + wrong.why().code()).toList();
    }

    /** The figures were reckoned beforehand with exact decimals, line by line of the file. */
    @Test
    void aDayOfARealShopReconcilesToThePennyWithReturnsAndNamelessCustomers() throws IOException {
        try (InputStream file = PurchaseSheetTest.class.getResourceAsStream("retail-2010-12-22.csv")) {
            Read read = PurchaseSheet.read(file, LONDON, count -> {
            });
            assertThat(read.outcome().good()).isTrue();
            assertThat(read.outcome().lines()).isEqualTo(291);
            assertThat(read.documents()).hasSize(22);
            assertThat(read.total()).isEqualByComparingTo("6134.57");
            assertThat(read.documents().stream().mapToLong(document -> new Purchase("shop", document, null, "GBP", 1).amount().minor()).sum()).as("document by document").isEqualTo(613457);
            assertThat(read.documents().stream().filter(document -> document.kind() == Purchase.Kind.RETURN)).hasSize(5);
            assertThat(read.documents().stream().filter(document -> document.customer() == null)).hasSize(3);
            assertThat(read.documents().stream().filter(document -> document.customer() == null).mapToInt(document -> document.lines().size()).sum()).isEqualTo(70);
            assertThat(read.documents().stream().map(PurchaseDocument::customer)).noneMatch(customer -> customer != null && customer.contains("."));
        }
    }

    @Test
    void partsOfAPennyAreKeptUntilTheInvoiceIsSummed() {
        Read read = read("1,A,,3,2010-12-01 08:26:00,0.335,,\n1,B,,1,2010-12-01 08:26:00,0.001,,\n2,A,,1,2010-12-01 09:00,0.005,7.0,UK\n");
        List<PurchaseDocument> documents = new ArrayList<>(read.documents());
        assertThat(documents.get(0).exactAmount()).isEqualByComparingTo("1.006");
        assertThat(new Purchase("shop", documents.get(0), null, "GBP", 1).amount()).isEqualTo(new Money(101, "GBP"));
        assertThat(new Purchase("shop", documents.get(1), null, "GBP", 1).amount()).isEqualTo(new Money(1, "GBP"));
        assertThat(read.total()).isEqualByComparingTo("1.011");
        assertThat(documents.get(1).customer()).isEqualTo("7");
        assertThat(documents.get(0).at()).isEqualTo(Instant.parse("2010-12-01T08:26:00Z"));
    }

    @Test
    void whatIsGivenBackIsBelowNothing() {
        Read read = read("C9,A,Lamp,-2,2010-12-01 08:26:00,2.55,7,UK\n9,A,damaged,-5,2010-12-01 08:26:00,0,,UK\n8,A,Lamp,1,2010-12-01 08:26:00,-11062.06,,UK\n");
        List<PurchaseDocument> documents = new ArrayList<>(read.documents());
        assertThat(documents).extracting(PurchaseDocument::kind).containsExactly(Purchase.Kind.RETURN, Purchase.Kind.RETURN, Purchase.Kind.SALE);
        assertThat(new Purchase("shop", documents.get(0), null, "GBP", 1).amount()).isEqualTo(new Money(-510, "GBP"));
        assertThat(documents.get(2).exactAmount()).isEqualByComparingTo("-11062.06");
    }

    @Test
    void theLinesOfAnInvoiceNeedNotStandTogether() {
        Read read = read("1,A,,1,2010-12-01 08:26:00,1,,\n2,A,,1,2010-12-01 08:26:00,1,,\n1,B,,1,2010-12-01 08:26:00,2,,\n");
        assertThat(read.documents()).extracting(document -> document.lines().size()).containsExactly(2, 1);
    }

    @Test
    void everythingWrongIsToldWithItsLine() {
        Read read = read("1,A,,0,2010-12-01 08:26:00,1,,\n2,A,,1,1/12/2010 8:26,1,,\n3,A,,1,2010-12-01 08:26:00,\"1,5\",,\n4,,,1,2010-12-01 08:26:00,1,,\n5,A,,1,2010-12-01 08:26:00,1.1234567,,\n6,A,,1,2010-12-01 08:26:00,1,7,\n6,A,,1,2010-12-01 08:26:00,1,8,\n7,A,,2.5,2010-12-01 08:26:00,1,,\n");
        assertThat(wrong(read)).containsExactly("2 Quantity order.no-pieces", "3 InvoiceDate order.moment", "4 UnitPrice order.price", "5 StockCode shared.field-missing", "6 UnitPrice order.price", "8 CustomerID order.invoice-of-two",
                "9 Quantity shared.field-not-whole");
    }

    @Test
    void bytesThatAreNoTextAndAnOpenQuoteAreFound() {
        byte[] latin = (HEADING + "1,A,Caf\u00e9,1,2010-12-01 08:26:00,1,,\n").getBytes(StandardCharsets.ISO_8859_1);
        Read bad = PurchaseSheet.read(new ByteArrayInputStream(latin), LONDON, count -> {
        });
        assertThat(wrong(bad)).containsExactly("2 Description shared.csv-bytes");
        assertThat(wrong(read("1,A,\"Lamp,1,2010-12-01 08:26:00,1,,\n"))).containsExactly("2 null shared.csv-quote-open");
    }

    @Test
    void aHundredThousandLinesAreReadAndToldOf() {
        List<Integer> told = new ArrayList<>();
        String lines = IntStream.range(0, CsvTable.MOST_LINES).mapToObj(line -> line / 10 + ",A,\"a \"\"quoted\"\", thing\",1,2010-12-01 08:26:00,0.01,,").collect(Collectors.joining("\n"));
        Read read = PurchaseSheet.read(new ByteArrayInputStream((HEADING + lines).getBytes(StandardCharsets.UTF_8)), LONDON, told::add);
        assertThat(read.outcome().good()).isTrue();
        assertThat(read.documents()).hasSize(CsvTable.MOST_LINES / 10);
        assertThat(read.total()).isEqualByComparingTo(new BigDecimal("1000.00"));
        assertThat(told).hasSize(200).isSorted().last().isEqualTo(CsvTable.MOST_LINES);
    }
}
