// SPDX-License-Identifier: Apache-2.0
package il.moked.company;

import il.moked.casework.ServiceCase;
import il.moked.casework.SlaClock;
import il.moked.casework.SlaMetric;
import il.moked.casework.SlaState;
import jakarta.persistence.*;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Optional;

/** What reports of a company read of one of its cases, repeated here whenever something happens to it; and where it is and what is wrong there. */
@Entity
@Table(name = "company_case")
public class CompanyCase {
    private static final int MONTHS = 100;

    @Id
    @Column(name = "case_id")
    private long caseId;
    @Column(name = "customer_id")
    private long customerId;
    @Column(name = "site_id")
    private Long siteId;
    @Column(name = "user_id")
    private Long userId;
    @Column(name = "client_key")
    private String clientKey;
    private String fault = CompanyFault.OTHER;
    @Enumerated(EnumType.STRING)
    private ServiceCase.Kind kind;
    private String sku;
    @Column(name = "agreement_id")
    private Long agreementId;
    @Column(name = "opened_on")
    private LocalDate openedOn;
    @Column(name = "opened_month")
    private int openedMonth;
    private boolean live;
    @Column(name = "answer_target")
    private Long answerTarget;
    @Column(name = "answer_seconds")
    private Long answerSeconds;
    @Column(name = "answer_met")
    private Boolean answerMet;
    @Column(name = "repair_target")
    private Long repairTarget;
    @Column(name = "repair_seconds")
    private Long repairSeconds;
    @Column(name = "repair_met")
    private Boolean repairMet;

    protected CompanyCase() {
    }

    /** @param product code of what it is about, or null @param zone in which days are counted */
    public CompanyCase(ServiceCase of, String product, ZoneId zone) {
        caseId = of.id();
        customerId = of.customerId();
        openedOn = LocalDate.ofInstant(of.receivedAt(), zone);
        openedMonth = openedOn.getYear() * MONTHS + openedOn.getMonthValue();
        follow(of, product);
    }

    /** Somebody of the company opened it. @param key of his form or request: sent again it is the same */
    public CompanyCase openedBy(CompanyUser user, CompanySite site, CompanyFault what, String key) {
        userId = user.id();
        siteId = site == null ? null : site.id();
        fault = what.code();
        clientKey = key;
        return this;
    }

    /** As it is now. Only of what is over is known how long it took; a time that is over is missed at once. @param product code of what it is about, or null */
    public void follow(ServiceCase of, String product) {
        kind = of.kind();
        sku = product;
        agreementId = of.agreementId().orElse(null);
        live = of.state().live();
        Optional<SlaClock> answer = last(of, SlaMetric.FIRST_RESPONSE);
        answerTarget = answer.map(clock -> clock.target().toSeconds()).orElse(null);
        answerSeconds = answer.flatMap(CompanyCase::taken).orElse(null);
        answerMet = answer.map(CompanyCase::met).orElse(null);
        Optional<SlaClock> repair = last(of, SlaMetric.RESOLUTION);
        repairTarget = repair.map(clock -> clock.target().toSeconds()).orElse(null);
        repairSeconds = repair.flatMap(CompanyCase::taken).orElse(null);
        repairMet = repair.map(CompanyCase::met).orElse(null);
    }

    private static Optional<SlaClock> last(ServiceCase of, SlaMetric metric) {
        return of.clocks().stream().filter(clock -> clock.metric() == metric && clock.status() != SlaState.Status.VOID).max(Comparator.comparing(SlaClock::run));
    }

    private static Optional<Long> taken(SlaClock clock) {
        return clock.status() == SlaState.Status.FULFILLED ? Optional.of(clock.counted().toSeconds()) : Optional.empty();
    }

    /** Null while nobody knows. */
    private static Boolean met(SlaClock clock) {
        return clock.breachedAt().isPresent() ? Boolean.FALSE : clock.status() == SlaState.Status.FULFILLED ? Boolean.TRUE : null;
    }

    public long caseId() {
        return caseId;
    }

    public long customerId() {
        return customerId;
    }

    public Optional<Long> siteId() {
        return Optional.ofNullable(siteId);
    }

    public Optional<Long> userId() {
        return Optional.ofNullable(userId);
    }

    public String fault() {
        return fault;
    }
}
