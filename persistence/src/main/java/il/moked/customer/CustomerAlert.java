// SPDX-License-Identifier: Apache-2.0
package il.moked.customer;

import jakarta.persistence.*;
import java.time.Instant;

/** What whoever serves this customer must know first. */
@Entity
@Table(name = "customer_alert")
public class CustomerAlert {
    public enum Severity { INFORMATION, WARNING, DANGER }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "customer_alert_seq")
    @SequenceGenerator(name = "customer_alert_seq", sequenceName = "customer_alert_seq")
    private Long id;
    @Column(name = "customer_id")
    private long customerId;
    @Enumerated(EnumType.STRING)
    private Severity severity;
    private String text;
    @Column(name = "created_at")
    private Instant createdAt;

    protected CustomerAlert() {
    }

    public CustomerAlert(long customerId, Severity severity, String text, Instant now) {
        this.customerId = customerId;
        this.severity = severity;
        this.text = text;
        this.createdAt = now;
    }

    public Severity severity() {
        return severity;
    }

    public String text() {
        return text;
    }
}
