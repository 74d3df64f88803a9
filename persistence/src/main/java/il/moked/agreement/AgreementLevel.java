// SPDX-License-Identifier: Apache-2.0
package il.moked.agreement;

import il.moked.shared.Names;
import jakarta.persistence.*;
import java.math.BigDecimal;
import java.util.Optional;

/** A level of service that is sold: in whose hours it counts, and within what time a customer is answered and served. */
@Entity
@Table(name = "agreement_level")
public class AgreementLevel {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "agreement_level_seq")
    @SequenceGenerator(name = "agreement_level_seq", sequenceName = "agreement_level_seq")
    private Long id;
    private String code;
    @Embedded
    private Names names;
    @Column(name = "calendar_code")
    private String calendarCode;
    @Column(name = "answer_minutes")
    private Integer answerMinutes;
    @Column(name = "repair_minutes")
    private Integer repairMinutes;
    @Column(name = "credit_percent")
    private BigDecimal creditPercent;
    @Column(name = "credit_most")
    private BigDecimal creditMost;
    private boolean active = true;
    @Version
    private int version;

    protected AgreementLevel() {
    }

    public AgreementLevel(String code) {
        this.code = code;
    }

    public AgreementLevel named(String hebrew, String english) {
        names = new Names(hebrew, english);
        return this;
    }

    /** @param calendar code, null for that of where the customer turned to @param answer minutes of its business time until a first answer, null for none @param repair the same until it is solved */
    public AgreementLevel promising(String calendar, Integer answer, Integer repair) {
        calendarCode = calendar;
        answerMinutes = answer;
        repairMinutes = repair;
        return this;
    }

    /** @param each percent of the monthly fee for each time that is not kept, null for nothing @param most percent of it at most in a month */
    public AgreementLevel crediting(BigDecimal each, BigDecimal most) {
        creditPercent = each;
        creditMost = most;
        return this;
    }

    public void offered(boolean still) {
        active = still;
    }

    public Long id() {
        return id;
    }

    public String code() {
        return code;
    }

    public String name(String language) {
        return names.in(language);
    }

    public Optional<String> calendar() {
        return Optional.ofNullable(calendarCode);
    }

    /** Minutes of business time. */
    public Optional<Integer> answerMinutes() {
        return Optional.ofNullable(answerMinutes);
    }

    /** Minutes of business time. */
    public Optional<Integer> repairMinutes() {
        return Optional.ofNullable(repairMinutes);
    }

    /** What is given back for times that are not kept; empty when nothing is. */
    public Optional<MissCredit> credit() {
        return creditPercent == null ? Optional.empty() : Optional.of(new MissCredit(creditPercent, creditMost));
    }

    public boolean active() {
        return active;
    }

    public int version() {
        return version;
    }
}
