// SPDX-License-Identifier: Apache-2.0
package il.moked.casework;

import il.moked.shared.Happening;
import jakarta.persistence.*;
import java.time.Instant;

/** One thing that happened to a case. Never changed. */
@Entity
@Table(name = "case_event")
public class CaseEvent extends Happening {
    public enum Kind { OPENED, ASSIGNED, STATE, CLOSED, REOPENED, SEVERITY, NOTED, LINKED, UNLINKED, CONVERSATION, MERGED, MERGE_UNDONE, SPLIT, MESSAGES_MOVED, ANSWERED, POLICY, WARNED, BREACHED, ESCALATED, ESCALATION_ACCEPTED, ESCALATION_RETURNED, ESCALATION_ENDED, CUSTOMER_TOLD, MACRO, RULE, LINK_SENT, LINK_OPENED, LINK_DONE, LINK_WITHDRAWN }

    private static final int LONGEST = 500;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "case_event_seq")
    @SequenceGenerator(name = "case_event_seq", sequenceName = "case_event_seq")
    private Long id;
    @Column(name = "case_id", updatable = false)
    private long caseId;
    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Kind kind;

    protected CaseEvent() {
    }

    /** @param detail codes and numbers, null when the kind says all */
    public CaseEvent(ServiceCase of, Kind kind, String actor, String detail, Instant at) {
        super(actor, detail, LONGEST, at);
        this.caseId = of.id();
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
