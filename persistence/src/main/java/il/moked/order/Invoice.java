// SPDX-License-Identifier: Apache-2.0
package il.moked.order;

import il.moked.shared.Money;
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
    @Column(name = "net_minor")
    private long net;
    @Column(name = "vat_minor")
    private long vat;
    @Column(name = "gross_minor")
    private long gross;
    private String currency;
    @ElementCollection
    @CollectionTable(name = "invoice_line", joinColumns = @JoinColumn(name = "invoice_id"))
    @OrderBy("place")
    private List<Line> lines = new ArrayList<>();

    /** @param netMinor of the line as a whole, in the smallest units of the invoice's currency, as the others */
    @Embeddable
    public record Line(int place, String sku, @Column(name = "name_he") String hebrewName, @Column(name = "name_en") String englishName, int quantity, @Column(name = "net_minor") long netMinor, @Column(name = "vat_minor") long vatMinor, @Column(name = "gross_minor") long grossMinor) {
        public String name(String language) {
            return "he".equals(language) ? hebrewName : englishName;
        }
    }

    /** Whom it is made out to. @param number of a company, or null */
    public record Payer(String name, String number) {
    }

    protected Invoice() {
    }

    /** @param serial from its series @param refersTo number of the document it is about, or null @param dueOn null unless it is to be paid */
    public Invoice(Kind kind, Serial serial, SaleOrder order, Payer payer, SaleOrder.Part amounts, List<Line> lines, String refersTo, LocalDate dueOn, Instant now) {
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
        this.net = amounts.net().minor();
        this.vat = amounts.vat().minor();
        this.gross = amounts.gross().minor();
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
        return order.lines().stream().map(line -> new Line(line.place(), line.sku(), line.name("he"), line.name("en"), line.quantity(), line.net().minor(), line.vat().minor(), line.gross().minor())).toList();
    }

    /** The lines of a document about what was given back. */
    public static List<Line> allOf(OrderReturn returned) {
        return returned.pieces().stream().map(piece -> {
            OrderLine line = returned.order().line(piece.place());
            return new Line(line.place(), line.sku(), line.name("he"), line.name("en"), piece.quantity(), piece.netMinor(), piece.vatMinor(), piece.grossMinor());
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

    public Money net() {
        return new Money(net, currency);
    }

    public Money vat() {
        return new Money(vat, currency);
    }

    public Money gross() {
        return new Money(gross, currency);
    }

    public List<Line> lines() {
        return List.copyOf(lines);
    }
}
