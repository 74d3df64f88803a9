// SPDX-License-Identifier: Apache-2.0
package il.moked.order;

import il.moked.catalog.Taxed;
import il.moked.shared.Money;
import il.moked.shared.Names;
import jakarta.persistence.*;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A document of a sale. Nothing of it ever changes; what is wrong is credited. Within its kind its number follows the one
 * before without a gap.
 */
@Entity
@Table(name = "invoice")
public class Invoice {
    public enum Kind {
        /** Tax invoice, to be paid later. */
        INVOICE,
        /** Tax invoice and receipt in one: it was paid. */
        PAID,
        /** Money that came for an earlier invoice. */
        RECEIPT,
        /** Of an earlier invoice, all or part is not owed. */
        CREDIT
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "invoice_seq")
    @SequenceGenerator(name = "invoice_seq", sequenceName = "invoice_seq")
    private Long id;
    @Enumerated(EnumType.STRING)
    private Kind kind;
    private long serial;
    private String number;
    @Column(name = "order_id")
    private long orderId;
    @Column(name = "customer_id")
    private long customerId;
    @Column(name = "customer_name")
    private String customerName;
    @Column(name = "customer_number")
    private String customerNumber;
    @Column(name = "refers_to")
    private String refersTo;
    @Column(name = "issued_at")
    private Instant issuedAt;
    @Column(name = "due_on")
    private LocalDate dueOn;
    @Embedded
    private Taxed.Minor amounts = Taxed.Minor.NONE;
    private String currency;
    @ElementCollection
    @CollectionTable(name = "invoice_line", joinColumns = @JoinColumn(name = "invoice_id"))
    @OrderBy("place")
    private List<Line> lines = new ArrayList<>();

    /** @param amounts of the line as a whole, in the invoice's currency */
    @Embeddable
    public record Line(int place, String sku, @Embedded Names names, int quantity, @Embedded Taxed.Minor amounts) {
        public String name(String language) {
            return names.in(language);
        }
    }

    /** Whom it is made out to. @param number of a company, or null */
    public record Payer(String name, String number) {
    }

    protected Invoice() {
    }

    /** @param serial from its series @param refersTo number of the document it is about, or null @param dueOn null unless it is to be paid */
    public Invoice(Kind kind, Serial serial, SaleOrder order, Payer payer, Taxed amounts, List<Line> lines, String refersTo, LocalDate dueOn, Instant now) {
        this.kind = kind;
        this.serial = serial.value();
        this.number = serial.number();
        this.orderId = order.id();
        this.customerId = order.customerId();
        this.customerName = payer.name();
        this.customerNumber = payer.number();
        this.refersTo = refersTo;
        this.issuedAt = now;
        this.dueOn = dueOn;
        this.amounts = Taxed.Minor.of(amounts);
        this.currency = order.currency();
        this.lines.addAll(lines);
    }

    /** The next of a series. @param number as people write it */
    public record Serial(long value, String number) {
        static Serial of(String prefix, long value) {
            return new Serial(value, "%s-%07d".formatted(prefix, value));
        }
    }

    /** The lines of a document about all of an order. */
    public static List<Line> allOf(SaleOrder order) {
        return order.lines().stream().map(line -> new Line(line.place(), line.sku(), line.names(), line.quantity(), Taxed.Minor.of(line.amounts()))).toList();
    }

    /** The lines of a document about what was given back. */
    public static List<Line> allOf(OrderReturn returned) {
        return returned.pieces().stream().map(piece -> {
            OrderLine line = returned.order().line(piece.place());
            return new Line(line.place(), line.sku(), line.names(), piece.quantity(), piece.amounts());
        }).toList();
    }

    public Long id() {
        return id;
    }

    public Kind kind() {
        return kind;
    }

    public long serial() {
        return serial;
    }

    public String number() {
        return number;
    }

    public long orderId() {
        return orderId;
    }

    public long customerId() {
        return customerId;
    }

    public Payer payer() {
        return new Payer(customerName, customerNumber);
    }

    public Optional<String> refersTo() {
        return Optional.ofNullable(refersTo);
    }

    public Instant issuedAt() {
        return issuedAt;
    }

    public Optional<LocalDate> dueOn() {
        return Optional.ofNullable(dueOn);
    }

    public Taxed amounts() {
        return amounts.in(currency);
    }

    public Money net() {
        return amounts().net();
    }

    public Money vat() {
        return amounts().vat();
    }

    public Money gross() {
        return amounts().gross();
    }

    public List<Line> lines() {
        return List.copyOf(lines);
    }
}
