// SPDX-License-Identifier: Apache-2.0
package il.moked.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvLineTest {
    @Test
    void whatIsPlainStaysPlainAndNothingIsEmpty() {
        assertThat(CsvLine.of(Arrays.asList("ABC", 7, null, "שלום"))).isEqualTo("ABC,7,,שלום\r\n");
    }

    @Test
    void separatorsAndQuotesAreQuoted() {
        assertThat(CsvLine.of(List.of("a,b", "say \"no\"", "two\nlines"))).isEqualTo("\"a,b\",\"say \"\"no\"\"\",\"two\nlines\"\r\n");
    }

    @Test
    void aFormulaIsOnlyText() {
        assertThat(CsvLine.of(List.of("=1+1", "+972", "-1", "@x", "\tcmd"))).isEqualTo("'=1+1,'+972,'-1,'@x,'\tcmd\r\n");
    }
}
