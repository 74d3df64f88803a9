// SPDX-License-Identifier: Apache-2.0
package il.moked.casework;

import il.moked.access.StaffUser;
import jakarta.persistence.*;
import java.time.Instant;

/** What staff tell each other about a case. Never leaves the house. */
@Entity
@Table(name = "case_note")
public class CaseNote {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "case_note_seq")
    @SequenceGenerator(name = "case_note_seq", sequenceName = "case_note_seq")
    private Long id;
    @Column(name = "case_id")
    private long caseId;
    /** By which merging it came here from another case. */
    @Column(name = "merge_id")
    private Long mergeId;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "author_id", updatable = false)
    private StaffUser author;
    @Column(updatable = false)
    private Instant at;
    @Column(updatable = false)
    private String text;

    protected CaseNote() {
    }

    public CaseNote(ServiceCase of, StaffUser author, String text, Instant at) {
        this.caseId = of.id();
        this.author = author;
        this.text = text;
        this.at = at;
    }

    public StaffUser author() {
        return author;
    }

    public Instant at() {
        return at;
    }

    public String text() {
        return text;
    }
}
