// SPDX-License-Identifier: Apache-2.0
package il.moked.complaint;

import il.moked.shared.Happening;
import jakarta.persistence.*;
import java.time.Instant;

/** One thing that happened to a complaint, and who kept it then. Never changed. */
@Entity
@Table(name = "complaint_step")
public class ComplaintStep extends Happening {
    public enum Kind {
        RECEIVED, REMEDY, ACKNOWLEDGED, ASSESSED, INVESTIGATED, ANSWERED, DECIDED, ACCEPTED, REFUSED, OMBUDSMAN, RECOURSE, CAUSE, CLOSED, REOPENED, WARNED, OVERDUE, TOLD_FIXED;

        /** Whether its words may be shown outside the house. */
        public boolean customerKnows() {
            return this == REMEDY || this == ANSWERED || this == DECIDED || this == RECOURSE || this == TOLD_FIXED;
        }
    }

    private static final int LONGEST_DETAIL = 200;
    public static final int LONGEST_WORDS = 4000;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "complaint_step_seq")
    @SequenceGenerator(name = "complaint_step_seq", sequenceName = "complaint_step_seq")
    private Long id;
    @Column(name = "case_id", updatable = false)
    private long caseId;
    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Kind kind;
    @Column(updatable = false)
    private String keeper;
    @Column(updatable = false)
    private String words;

    protected ComplaintStep() {
    }

    /** @param actor user name @param keeper user name or code of a team @param detail codes, or null @param words in the language they were written in, or null */
    public ComplaintStep(Complaint of, Kind kind, String actor, String keeper, String detail, String words, Instant at) {
        super(actor, detail, LONGEST_DETAIL, at);
        this.caseId = of.caseId();
        this.kind = kind;
        this.keeper = keeper;
        this.words = words;
    }

    public Long id() {
        return id;
    }

    public Kind kind() {
        return kind;
    }

    /** Who dealt with the complaint when it happened. */
    public String keeper() {
        return keeper;
    }

    public String words() {
        return words;
    }
}
