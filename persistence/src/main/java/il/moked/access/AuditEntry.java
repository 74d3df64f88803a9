// SPDX-License-Identifier: Apache-2.0
package il.moked.access;

import jakarta.persistence.*;
import java.time.Instant;

/** Who did what to what. Written, never changed. */
@Entity
@Table(name = "audit_entry")
public class AuditEntry {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "audit_entry_seq")
    @SequenceGenerator(name = "audit_entry_seq", sequenceName = "audit_entry_seq")
    private Long id;
    private Instant at;
    private String actor;
    private String action;
    private String subject;
    @Column(name = "subject_id")
    private Long subjectId;
    @Column(name = "customer_id")
    private Long customerId;
    private String detail;

    protected AuditEntry() {
    }

    public AuditEntry(Instant at, String actor, String action, String subject, Long subjectId, Long customerId, String detail) {
        this.at = at;
        this.actor = actor;
        this.action = action;
        this.subject = subject;
        this.subjectId = subjectId;
        this.customerId = customerId;
        this.detail = detail;
    }
}
