// SPDX-License-Identifier: Apache-2.0
package il.moked.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import il.moked.complaint.RegulatorFeed.Dimension;
import il.moked.shared.CsvLine;
import il.moked.shared.CsvTable;
import il.moked.shared.CsvTable.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** 400 complaints as the CFPB published them; what is in the file was counted outside, with another reader of CSV. */
class RegulatorComplaintTest {
    private static final String HEAD = CsvLine.of(RegulatorComplaint.COLUMNS);

    private static List<RegulatorComplaint> sample() throws IOException {
        List<RegulatorComplaint> all = new ArrayList<>();
        try (InputStream file = RegulatorComplaintTest.class.getResourceAsStream("cfpb-400.csv")) {
            Outcome outcome = CsvTable.read(file, RegulatorComplaint.HEADING, 1000, row -> all.add(new RegulatorComplaint("cfpb", row)));
            assertThat(outcome.wrong()).isEmpty();
        }
        return all;
    }

    @Test
    void theCountsAreThoseOfTheFile() throws IOException {
        RegulatorFeed feed = new RegulatorFeed("cfpb", "cfpb-400.csv", sample(), 400, "admin", Instant.EPOCH);
        assertThat(feed.complaints()).isEqualTo(400);
        assertThat(feed.counts(Dimension.CHANNEL)).isEqualTo(Map.of("Web", 284, "Referral", 61, "Postal mail", 24, "Phone", 21, "Fax", 9, "Email", 1));
        assertThat(feed.counts(Dimension.TIMELY)).isEqualTo(Map.of("Yes", 390, "No", 10));
        assertThat(feed.counts(Dimension.PRODUCT)).hasSize(13).containsEntry("Mortgage", 130).containsEntry("Debt collection", 77).containsEntry("Credit reporting", 63).containsEntry("Bank account or service", 45).containsEntry("Credit card", 43)
                .containsEntry("Consumer Loan", 16).containsEntry("Student loan", 13).containsEntry("Money transfers", 5).containsEntry("Credit reporting, credit repair services, or other personal consumer reports", 3)
                .containsEntry("Other financial service", 2).containsEntry("Prepaid card", 1).containsEntry("Checking or savings account", 1).containsEntry("Payday loan", 1);
    }

    @Test
    void quotesAndLinesSurviveTheWayOutAndIn() throws IOException {
        List<RegulatorComplaint> all = sample();
        assertThat(all.stream().filter(one -> one.cells().get(5).contains("\n"))).hasSize(25);
        StringBuilder out = new StringBuilder(HEAD);
        all.forEach(one -> out.append(CsvLine.of(one.cells())));
        List<List<String>> again = new ArrayList<>();
        Outcome outcome = CsvTable.read(out.toString(), RegulatorComplaint.HEADING, 1000, row -> again.add(new RegulatorComplaint("cfpb", row).cells()));
        assertThat(outcome.good()).isTrue();
        assertThat(again).isEqualTo(all.stream().map(RegulatorComplaint::cells).toList());
    }

    @Test
    void aDayThatIsNoneIsNamedWithItsLine() {
        Outcome outcome = CsvTable.read(HEAD + "13/40/2014,Mortgage,,Loan,,,,Bank,MI,,,,Web,,,Yes,,1\r\n", RegulatorComplaint.HEADING, 10, row -> new RegulatorComplaint("cfpb", row));
        assertThat(outcome.wrong()).singleElement().satisfies(wrong -> {
            assertThat(wrong.line()).isEqualTo(2);
            assertThat(wrong.column()).isEqualTo("Date received");
            assertThat(wrong.why().code()).isEqualTo("complaint.feed-day");
        });
    }
}
