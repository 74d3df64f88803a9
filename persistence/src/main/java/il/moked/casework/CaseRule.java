// SPDX-License-Identifier: Apache-2.0
package il.moked.casework;

import il.moked.shared.StaleVersionException;
import jakarta.persistence.*;

/** A rule that works on cases by itself. Each change of what it says is a new edition, which the log of what it did names. */
@Entity
@Table(name = "case_rule")
public class CaseRule {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "case_rule_seq")
    @SequenceGenerator(name = "case_rule_seq", sequenceName = "case_rule_seq")
    private Long id;
    private int position;
    private boolean active;
    private int edition;
    @Enumerated(EnumType.STRING)
    @Column(name = "trigger_kind")
    private CaseTrigger trigger;
    private String content;
    @Column(name = "enrolled_to")
    private Long enrolledTo;
    @Version
    private int version;

    protected CaseRule() {
    }

    /** Not active yet. @param position among the rules, from 1 */
    public CaseRule(int position) {
        this.position = position;
    }

    /** @return the edition that this made */
    public int says(CaseRuleContent what) {
        trigger = what.trigger();
        content = CaseRuleText.of(what);
        edition++;
        looksAnew();
        return edition;
    }

    public void activate(boolean now) {
        active = now;
        looksAnew();
    }

    private void looksAnew() {
        enrolledTo = active && trigger != null && trigger.timed() ? Long.valueOf(0) : null;
    }

    /** Live cases up to this one are in its list. @param lastCase null when it is through */
    public void enrolled(Long lastCase) {
        enrolledTo = lastCase;
    }

    public Long enrolledTo() {
        return enrolledTo;
    }

    public void moveTo(int place) {
        position = place;
    }

    /** @throws StaleVersionException when somebody changed it since */
    public void expect(int seen) {
        if (seen != version) {
            throw new StaleVersionException();
        }
    }

    public Long id() {
        return id;
    }

    public int position() {
        return position;
    }

    public boolean active() {
        return active;
    }

    public int edition() {
        return edition;
    }

    public CaseTrigger trigger() {
        return trigger;
    }

    public CaseRuleContent content() {
        return CaseRuleText.content(content);
    }

    public int version() {
        return version;
    }
}
