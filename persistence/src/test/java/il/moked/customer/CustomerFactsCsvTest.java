// SPDX-License-Identifier: Apache-2.0
package il.moked.customer;

import static org.assertj.core.api.Assertions.assertThat;

import il.moked.customer.CustomerFacts.Fact;
import il.moked.customer.CustomerFactsCsv.Row;
import il.moked.customer.CustomerFactsCsv.Sheet;
import il.moked.shared.CsvTable;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CustomerFactsCsvTest {
    @Test
    void anEmptyCellIsNotKnown() {
        Sheet sheet = CustomerFactsCsv.read("customer,employees,yearlyShekels,marked\r\n514000017,12,,1\r\n\r\n514000025,140,410000,0\r\n");
        assertThat(sheet.wrong()).isEmpty();
        assertThat(sheet.rows()).containsExactly(new Row(2, "514000017", Map.of(Fact.EMPLOYEES, 12L, Fact.MARKED, 1L)), new Row(4, "514000025", Map.of(Fact.EMPLOYEES, 140L, Fact.YEARLY_SHEKELS, 410_000L, Fact.MARKED, 0L)));
    }

    @Test
    void aSpreadsheetMayWriteSemicolonsAndAMark() {
        assertThat(CustomerFactsCsv.read("\uFEFFproducts;customer\n3;200000008").rows()).containsExactly(new Row(2, "200000008", Map.of(Fact.PRODUCTS, 3L)));
    }

    @Test
    void everythingWrongIsToldAtOnceWithItsLine() {
        List<CsvTable.Wrong> wrong = CustomerFactsCsv.read("customer,employees,marked\n1,many,1\n2,3\n,4,1\n5,99999999999,\n6,1,2\n7,1,1\n7,2,1").wrong();
        assertThat(wrong).extracting(CsvTable.Wrong::line).containsExactly(2, 3, 4, 5, 6, 8);
        assertThat(wrong).extracting(one -> one.why().code()).containsExactly("shared.field-not-whole", "shared.csv-cells", "shared.field-missing", "shared.field-range", "shared.field-range", "customer.facts-twice");
        assertThat(wrong.get(0).why().arguments()).containsExactly("employees");
        assertThat(wrong.get(5).why().arguments()).as("the line it was in before").containsExactly(7);
    }

    @Test
    void aWrongHeadingIsToldAndNothingBelowIt() {
        assertThat(CustomerFactsCsv.read("employes,employees,employees\nx,y,z").wrong()).extracting(one -> one.line() + " " + one.why().code()).containsExactly("1 shared.field-unknown", "1 shared.field-twice", "1 shared.field-missing");
        assertThat(CustomerFactsCsv.read(" ").wrong()).hasSize(1);
    }

    @Test
    void aSheetThatIsTooLongIsRefusedWhole() {
        assertThat(CustomerFactsCsv.read("customer\n" + "1\n".repeat(CustomerFactsCsv.MOST_LINES + 1)).wrong()).extracting(one -> one.why().code()).containsExactly("shared.csv-too-many");
    }
}
