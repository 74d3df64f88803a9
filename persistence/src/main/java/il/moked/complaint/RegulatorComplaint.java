// SPDX-License-Identifier: Apache-2.0
package il.moked.complaint;

import il.moked.shared.BusinessException;
import il.moked.shared.CsvTable;
import il.moked.shared.CsvTable.Heading;
import il.moked.shared.CsvTable.Row;
import jakarta.persistence.*;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A complaint as a regulator publishes it (columns of the CFPB's consumer complaint database). Never changed. */
@Entity
@Table(name = "regulator_complaint")
public class RegulatorComplaint {
    /** In their order in the file. */
    public static final List<String> COLUMNS = List.of("Date received", "Product", "Sub-product", "Issue", "Sub-issue", "Consumer complaint narrative", "Company public response", "Company", "State", "ZIP code", "Tags", "Consumer consent provided?", "Submitted via",
            "Date sent to company", "Company response to consumer", "Timely response?", "Consumer disputed?", "Complaint ID");

    private static final Set<String> REQUIRED = Set.of("Date received", "Product", "Issue", "Company", "Submitted via", "Timely response?", "Complaint ID");
    public static final Heading HEADING = new Heading(REQUIRED, Set.copyOf(COLUMNS.stream().filter(column -> !REQUIRED.contains(column)).toList()));

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM/dd/uuuu").withResolverStyle(ResolverStyle.STRICT);

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "regulator_complaint_seq")
    @SequenceGenerator(name = "regulator_complaint_seq", sequenceName = "regulator_complaint_seq")
    private Long id;
    @Column(name = "feed_id", updatable = false)
    private long feedId;
    private String source;
    @Column(name = "external_id")
    private String externalId;
    @Column(name = "received_on")
    private LocalDate receivedOn;
    private String product;
    @Column(name = "sub_product")
    private String subProduct;
    private String issue;
    @Column(name = "sub_issue")
    private String subIssue;
    private String narrative;
    @Column(name = "public_response")
    private String publicResponse;
    private String company;
    private String state;
    @Column(name = "zip_code")
    private String zipCode;
    private String tags;
    private String consent;
    private String channel;
    @Column(name = "sent_on")
    private LocalDate sentOn;
    @Column(name = "company_response")
    private String companyResponse;
    private String timely;
    private String disputed;

    protected RegulatorComplaint() {
    }

    /** @throws BusinessException with the column as first argument */
    public RegulatorComplaint(String source, Row row) {
        this.source = source;
        this.externalId = row.text("Complaint ID", 40);
        this.receivedOn = day(row, "Date received");
        this.product = row.text("Product", 200);
        this.subProduct = text(row, "Sub-product", 200);
        this.issue = row.text("Issue", 200);
        this.subIssue = text(row, "Sub-issue", 200);
        this.narrative = text(row, "Consumer complaint narrative", CsvTable.LONGEST_CELL);
        this.publicResponse = text(row, "Company public response", 500);
        this.company = row.text("Company", 200);
        this.state = text(row, "State", 40);
        this.zipCode = text(row, "ZIP code", 20);
        this.tags = text(row, "Tags", 200);
        this.consent = text(row, "Consumer consent provided?", 60);
        this.channel = row.text("Submitted via", 60);
        this.sentOn = day(row, "Date sent to company");
        this.companyResponse = text(row, "Company response to consumer", 200);
        this.timely = row.text("Timely response?", 20);
        this.disputed = text(row, "Consumer disputed?", 20);
    }

    private static String text(Row row, String column, int longest) {
        return row.findText(column, longest).orElse("");
    }

    private static LocalDate day(Row row, String column) {
        return row.find(column).map(cell -> {
            try {
                return LocalDate.parse(cell, DAY);
            } catch (DateTimeException other) {
                throw new BusinessException("complaint.feed-day", column, cell);
            }
        }).orElse(null);
    }

    public void of(RegulatorFeed feed) {
        feedId = feed.id();
    }

    /** As they stood in the file. */
    public List<String> cells() {
        return Stream.of(written(receivedOn), product, subProduct, issue, subIssue, narrative, publicResponse, company, state, zipCode, tags, consent, channel, written(sentOn), companyResponse, timely, disputed, externalId).toList();
    }

    private static String written(LocalDate day) {
        return day == null ? "" : DAY.format(day);
    }

    public Long id() {
        return id;
    }

    /** Unique among those of its source. */
    public String externalId() {
        return externalId;
    }

    public String product() {
        return product;
    }

    /** How it came to the regulator, in his words. */
    public String channel() {
        return channel;
    }

    /** Whether the company answered in time, in the regulator's words. */
    public String timely() {
        return timely;
    }
}
