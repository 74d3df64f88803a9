// SPDX-License-Identifier: Apache-2.0
package il.moked.shared;

import static org.assertj.core.api.Assertions.assertThat;

import il.moked.shared.CsvTable.Heading;
import il.moked.shared.CsvTable.Outcome;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CsvTableTest {
    private static final Heading HEADING = new Heading(Set.of("sku"), Set.of("name", "price"));

    private final List<String> seen = new ArrayList<>();

    private Outcome read(byte[] file) {
        return CsvTable.read(new ByteArrayInputStream(file), HEADING, CsvTable.MOST_LINES, this::see);
    }

    private Outcome read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private void see(CsvTable.Row row) {
        seen.add(row.line() + ":" + row.text("sku", 10) + ":" + row.findText("name", 40).orElse("-") + ":" + row.findMoney("price", "ILS").map(Money::minor).orElse(-1L));
    }

    private static List<String> told(Outcome outcome) {
        return outcome.wrong().stream().map(one -> one.line() + " " + one.column() + " " + one.why().code()).toList();
    }

    @Test
    void columnsComeInAnyOrderWithAMarkAndSemicolonsAndQuotes() {
        Outcome outcome = read("\uFEFFname;sku;price\r\n\"מסך 24\"\", \"\"Full HD\"\"; חדש\";A1;1,234.50\r\n\r\n;B2;\r\n");
        assertThat(told(outcome)).isEmpty();
        assertThat(outcome.lines()).isEqualTo(2);
        assertThat(seen).containsExactly("2:A1:מסך 24\", \"Full HD\"; חדש:123450", "4:B2:-:-1");
    }

    @Test
    void aCellOverSeveralLinesDoesNotShiftTheNumbersOfThoseBelow() {
        read("sku,name\nA,\"one\ntwo\nthree\"\nB,four\n");
        assertThat(seen).containsExactly("2:A:one\ntwo\nthree:-1", "5:B:four:-1");
    }

    @Test
    void everythingWrongIsFoundAtOnceWithLineAndColumn() {
        Outcome outcome = read("sku,name,price\nA,x\n,y,1\nC,z,12.345\nDDDDDDDDDDDDDDD,z,1\nE,fine,1\n");
        assertThat(told(outcome)).containsExactly("2 null shared.csv-cells", "3 sku shared.field-missing", "4 price shared.money-malformed", "5 sku shared.field-too-long");
        assertThat(outcome.wrongInAll()).isEqualTo(4);
        assertThat(seen).containsExactly("6:E:fine:100");
    }

    @Test
    void aWrongHeadingIsToldAndNothingBelowItIsRead() {
        assertThat(told(read("name,nmae,name\nx,y,z\n"))).containsExactly("1 nmae shared.field-unknown", "1 name shared.field-twice", "1 sku shared.field-missing");
        assertThat(told(read(""))).containsExactly("1 sku shared.field-missing");
        assertThat(seen).isEmpty();
    }

    @Test
    void bytesThatAreNoUtf8AreToldWithEveryLineTheyStandIn() throws Exception {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write("sku,name\r\nA,good\r\nB,".getBytes(StandardCharsets.UTF_8));
        file.write("שלום".getBytes("windows-1255"));
        file.write("\r\nC,טוב\r\nD,".getBytes(StandardCharsets.UTF_8));
        file.write(0xD7);
        Outcome outcome = read(file.toByteArray());
        assertThat(told(outcome)).containsExactly("3 name shared.csv-bytes", "5 name shared.csv-bytes");
    }

    @Test
    void tabsAndOlderSpreadsheetsAreReadToo() throws Exception {
        byte[] file = "sku\tname\r\nA\tשלום, עולם\r\n".getBytes(EncodingGuess.HEBREW);
        EncodingGuess guess = new EncodingGuess();
        guess.see(file, file.length);
        List<CsvTable.Wrong> wrong = new ArrayList<>();
        Outcome outcome = CsvTable.read(new ByteArrayInputStream(file), guess.done(), HEADING, CsvTable.MOST_LINES, this::see, wrong::add);
        assertThat(outcome.whole()).isTrue();
        assertThat(seen).containsExactly("2:A:שלום, עולם:-1");
        assertThat(wrong).isEmpty();
    }

    @Test
    void allThatIsWrongIsToldAsItIsFoundAndSeveralThingsOfOneLine() {
        List<CsvTable.Wrong> wrong = new ArrayList<>();
        Outcome outcome = CsvTable.read(new ByteArrayInputStream("sku,name,price\nA,b,1\nB,\"x\" y,1\n".getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8, HEADING, CsvTable.MOST_LINES, row -> {
            throw new WrongFieldsException(List.of(WrongFieldsException.Wrong.of("name", "shared.required"), WrongFieldsException.Wrong.of("other", "shared.choice")));
        }, wrong::add);
        assertThat(wrong).extracting(one -> one.line() + " " + one.column() + " " + one.why().code()).containsExactly("2 name shared.required", "2 null shared.choice", "3 null shared.csv-quote");
        assertThat(outcome.whole()).isFalse();
    }

    @Test
    void aCharacterThatAChunkCutsIsNoBadByte() {
        String name = "אבגד ".repeat(4);
        StringBuilder file = new StringBuilder("sku,name\n");
        for (int line = 0; line < 4000; line++) {
            file.append(line).append(line % 3 == 0 ? ",x" : ",").append(name.strip()).append('\n');
        }
        Outcome outcome = read(file.toString());
        assertThat(told(outcome)).isEmpty();
        assertThat(outcome.lines()).isEqualTo(4000);
        assertThat(seen).allMatch(line -> !line.contains("\uFFFD"));
    }

    @Test
    void quotesThatAreNotClosedAreToldWhereTheyOpen() {
        assertThat(told(read("sku,name\nA,fine\nB,\"never closed\nC,x\nD,y\n"))).containsExactly("3 null shared.csv-quote-open");
        assertThat(seen).containsExactly("2:A:fine:-1");
    }

    @Test
    void whatFollowsAClosingQuoteIsToldWhereItStands() {
        assertThat(told(read("sku,name\nA,fine\n\nB,\"closed\" x\nC,x\n"))).containsExactly("4 null shared.csv-quote");
    }

    @Test
    void whatWeWroteIsReadAsItWas() {
        String file = "sku,name\r\n" + CsvLine.of(List.of("A", "=1+1")) + CsvLine.of(List.of("B", "-10%, \"now\"")) + CsvLine.of(List.of("C", "'tis"));
        assertThat(told(read(file))).isEmpty();
        assertThat(seen).containsExactly("2:A:=1+1:-1", "3:B:-10%, \"now\":-1", "4:C:'tis:-1");
    }

    @Test
    void moreLinesThanMayBeAreRefused() {
        Outcome outcome = CsvTable.read("sku\n" + "A\n".repeat(11), HEADING, 10, row -> {
        });
        assertThat(told(outcome)).containsExactly("12 null shared.csv-too-many");
    }

    @Test
    void ofManyWrongLinesTheFirstAreShownAndAllAreCounted() {
        Outcome outcome = read("sku,price\n" + "A,x\n".repeat(CsvTable.MOST_LINES));
        assertThat(outcome.wrong()).hasSize(CsvTable.MOST_SHOWN);
        assertThat(outcome.wrong().get(CsvTable.MOST_SHOWN - 1).line()).isEqualTo(CsvTable.MOST_SHOWN + 1);
        assertThat(outcome.wrongInAll()).isEqualTo(CsvTable.MOST_LINES);
    }
}
