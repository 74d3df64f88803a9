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
    @Column(name = "rule_name_he", updatable = false)
    private String ruleHebrewName;
    @Column(name = "rule_name_en", updatable = false)
    private String ruleEnglishName;

    protected CaseNote() {
    }

    public CaseNote(ServiceCase of, StaffUser author, String text, Instant at) {
        this.caseId = of.id();
        this.author = author;
        this.text = text;
        this.at = at;
    }

    /** What a rule noted by itself. */
    public static CaseNote byRule(ServiceCase of, CaseRuleContent rule, String text, Instant now) {
        CaseNote note = new CaseNote(of, null, text, now);
        note.ruleHebrewName = rule.hebrewName();
        note.ruleEnglishName = rule.englishName();
        return note;
    }

    /** Of the person, or of the rule. */
    public String author(String language) {
        return author != null ? author.name(language) : "he".equals(language) ? ruleHebrewName : ruleEnglishName;
    }

    public Instant at() {
        return at;
    }

    public String text() {
        return text;
    }
}
