// SPDX-License-Identifier: Apache-2.0
package il.moked.order;

import il.moked.shared.CsvTable;
import jakarta.persistence.*;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A file of purchases to be brought in, or only tried. WAITING → RUNNING → DONE, or REFUSED when a line is wrong: then
 * nothing of it is kept. What was begun by a node that died is begun again.
 */
@Entity
@Table(name = "purchase_import")
public class PurchaseImport {
    public enum State { WAITING, RUNNING, DONE, REFUSED }

    /** Longer than the largest file takes. */
    private static final Duration LEASE = Duration.ofMinutes(15);

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "purchase_import_seq")
    @SequenceGenerator(name = "purchase_import_seq", sequenceName = "purchase_import_seq")
    private Long id;
    private String source;
    @Column(name = "file_name")
    private String fileName;
    private String currency;
    private String zone;
    private boolean trial;
    @Enumerated(EnumType.STRING)
    private State state = State.WAITING;
    private byte[] content;
    @Column(name = "lines_read")
    private int linesRead;
    @Column(name = "lines_known")
    private int linesKnown;
    private int invoices;
    private int repeated;
    private int returns;
    @Column(name = "without_customer")
    private int withoutCustomer;
    private BigDecimal total;
    private int wrong;
    @Column(name = "asked_by")
    private String askedBy;
    @Column(name = "asked_at")
    private Instant askedAt;
    @Column(name = "begun_at")
    private Instant begunAt;
    @Column(name = "lease_until")
    private Instant leaseUntil;
    @Column(name = "ended_at")
    private Instant endedAt;
    @Version
    private int version;

    protected PurchaseImport() {
    }

    /** @param source name of the system the file comes from: with the invoice's number it is the key @param trial nothing is kept */
    public PurchaseImport(String source, String fileName, String currency, ZoneId zone, boolean trial, byte[] content, String askedBy, Instant now) {
        this.source = source;
        this.fileName = fileName;
        this.currency = currency;
        this.zone = zone.getId();
        this.trial = trial;
        this.content = content.clone();
        this.linesKnown = Math.max(1, Math.min(CsvTable.lineEnds(content), CsvTable.MOST_LINES));
        this.askedBy = askedBy;
        this.askedAt = now;
    }

    /** @return false when another node has it or it is over */
    public boolean begin(Instant now) {
        if (state != State.WAITING && (state != State.RUNNING || leaseUntil.isAfter(now))) {
            return false;
        }
        state = State.RUNNING;
        begunAt = now;
        leaseUntil = now.plus(LEASE);
        linesRead = 0;
        return true;
    }

    public void reached(int lines) {
        linesRead = lines;
    }

    /** @param repeatedInvoices that were here before and were left as they are */
    public void done(int lines, int newInvoices, int repeatedInvoices, int returnInvoices, int invoicesWithoutCustomer, BigDecimal exactTotal, Instant now) {
        state = State.DONE;
        linesRead = lines;
        invoices = newInvoices;
        repeated = repeatedInvoices;
        returns = returnInvoices;
        withoutCustomer = invoicesWithoutCustomer;
        total = exactTotal;
        over(now);
    }

    public void refused(int lines, int wrongInAll, Instant now) {
        state = State.REFUSED;
        linesRead = lines;
        wrong = wrongInAll;
        over(now);
    }

    private void over(Instant now) {
        content = null;
        leaseUntil = null;
        endedAt = now;
    }

    public Long id() {
        return id;
    }

    public String source() {
        return source;
    }

    public String fileName() {
        return fileName;
    }

    public String currency() {
        return currency;
    }

    public ZoneId zone() {
        return ZoneId.of(zone);
    }

    public boolean trial() {
        return trial;
    }

    public State state() {
        return state;
    }

    /** Gone when it is over. */
    public byte[] content() {
        return Arrays.copyOf(content, content.length);
    }

    public int linesRead() {
        return linesRead;
    }

    /** About as many lines as the file has. */
    public int linesKnown() {
        return linesKnown;
    }

    public int invoices() {
        return invoices;
    }

    public int repeated() {
        return repeated;
    }

    public int returns() {
        return returns;
    }

    public int withoutCustomer() {
        return withoutCustomer;
    }

    public Optional<BigDecimal> total() {
        return Optional.ofNullable(total);
    }

    public int wrong() {
        return wrong;
    }

    public Instant askedAt() {
        return askedAt;
    }

    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    /** A line that is wrong, as it is kept. */
    public record Fault(int line, String code, List<String> arguments) {
        private static final String BETWEEN = "\u001F";

        public static Fault of(CsvTable.Wrong wrong) {
            return new Fault(wrong.line(), wrong.why().code(), wrong.why().arguments().stream().map(String::valueOf).toList());
        }

        static Fault stored(Object[] columns) {
            return new Fault(((Number) columns[0]).intValue(), (String) columns[1], ((String) columns[2]).isEmpty() ? List.of() : List.of(((String) columns[2]).split(BETWEEN, -1)));
        }

        String written() {
            String joined = String.join(BETWEEN, arguments);
            return joined.substring(0, Math.min(joined.length(), 1000));
        }
    }
}
