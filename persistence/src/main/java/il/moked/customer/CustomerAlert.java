// SPDX-License-Identifier: Apache-2.0
package il.moked.customer;

import il.moked.shared.BusinessException;
import il.moked.shared.ShownText;
import jakarta.persistence.*;
import java.time.Instant;
import java.util.Optional;

/** What whoever serves this customer must know first. It holds until it is removed or its time is over; what was once said stays in the history. */
@Entity
@Table(name = "customer_alert")
public class CustomerAlert {
    public enum Severity { INFORMATION, WARNING, DANGER }

    /** Longer ones are not read by whoever answers a call. */
    public static final int LONGEST = 300;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "customer_alert_seq")
    @SequenceGenerator(name = "customer_alert_seq", sequenceName = "customer_alert_seq")
    private Long id;
    @Column(name = "customer_id")
    private long customerId;
    @Enumerated(EnumType.STRING)
    private Severity severity;
    private String text;
    @Column(name = "given_by")
    private Long givenBy;
    @Column(name = "created_at")
    private Instant createdAt;
    @Column(name = "valid_until")
    private Instant validUntil;
    @Column(name = "removed_at")
    private Instant removedAt;
    @Column(name = "removed_by")
    private Long removedBy;
    @Version
    private int version;

    protected CustomerAlert() {
    }

    public CustomerAlert(long customerId, Severity severity, String text, Instant now) {
        this(customerId, severity, text, null, null, now);
    }

    /**
     * @param givenBy id of who gives it, null when it comes from another system
     * @param validUntil exclusive; null: until it is removed
     * @throws BusinessException {@code customer.alert-empty}, {@code customer.alert-too-long}, {@code customer.alert-over} when its time is over already
     */
    public CustomerAlert(long customerId, Severity severity, String text, Long givenBy, Instant validUntil, Instant now) {
        String shown = text == null ? "" : ShownText.of(text).strip();
        if (shown.isEmpty()) {
            throw new BusinessException("customer.alert-empty");
        }
        if (shown.length() > LONGEST) {
            throw new BusinessException("customer.alert-too-long", LONGEST);
        }
        if (validUntil != null && !validUntil.isAfter(now)) {
            throw new BusinessException("customer.alert-over");
        }
        this.customerId = customerId;
        this.severity = severity;
        this.text = shown;
        this.givenBy = givenBy;
        this.validUntil = validUntil;
        this.createdAt = now;
    }

    /** Removing it again changes nothing. */
    public void remove(long by, Instant now) {
        if (removedAt == null) {
            removedAt = now;
            removedBy = by;
        }
    }

    /** It was removed by mistake. */
    public void restore() {
        removedAt = null;
        removedBy = null;
    }

    public boolean holdsAt(Instant now) {
        return removedAt == null && (validUntil == null || now.isBefore(validUntil));
    }

    public Long id() {
        return id;
    }

    public long customerId() {
        return customerId;
    }

    public Severity severity() {
        return severity;
    }

    public String text() {
        return text;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Optional<Instant> validUntil() {
        return Optional.ofNullable(validUntil);
    }
}
