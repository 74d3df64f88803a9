// SPDX-License-Identifier: Apache-2.0
package il.moked.casework;

import jakarta.persistence.*;
import java.time.Instant;

/** What a rule said at one time. Never changed. */
@Entity
@Table(name = "case_rule_edition")
public class CaseRuleEdition {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "case_rule_edition_seq")
    @SequenceGenerator(name = "case_rule_edition_seq", sequenceName = "case_rule_edition_seq")
    private Long id;
    @Column(name = "rule_id", updatable = false)
    private long ruleId;
    @Column(updatable = false)
    private int number;
    @Column(updatable = false)
    private String content;
    @Column(name = "written_by", updatable = false)
    private String writtenBy;
    @Column(name = "written_at", updatable = false)
    private Instant writtenAt;

    protected CaseRuleEdition() {
    }

    public CaseRuleEdition(CaseRule rule, String by, Instant now) {
        this.ruleId = rule.id();
        this.number = rule.edition();
        this.content = CaseRuleText.of(rule.content());
        this.writtenBy = by;
        this.writtenAt = now;
    }

    public int number() {
        return number;
    }

    public CaseRuleContent content() {
        return CaseRuleText.content(content);
    }

    public String writtenBy() {
        return writtenBy;
    }

    public Instant writtenAt() {
        return writtenAt;
    }
}
