// SPDX-License-Identifier: Apache-2.0
package il.moked.agreement;

import il.moked.shared.BusinessException;
import il.moked.shared.Names;
import jakarta.persistence.*;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A contract with a customer: what kind, from when until when, on what level he is served, and what he is entitled to. It is not deleted; it ends. */
@Entity
@Table(name = "agreement")
public class Agreement {
    public enum Kind { SERVICE, MAINTENANCE, SUBSCRIPTION, WARRANTY }

    private static final BigDecimal MOST_FEE = new BigDecimal("9999999.99");
    /** Of a number. */
    public static final int LONGEST_NUMBER = 40;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "agreement_seq")
    @SequenceGenerator(name = "agreement_seq", sequenceName = "agreement_seq")
    private Long id;
    private String number;
    @Column(name = "customer_id")
    private long customerId;
    @Enumerated(EnumType.STRING)
    private Kind kind;
    @Embedded
    private Names names;
    @Column(name = "template_id")
    private Long templateId;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "level_id")
    private AgreementLevel level;
    @Column(name = "valid_from")
    private LocalDate from;
    @Column(name = "valid_until")
    private LocalDate until;
    @Column(name = "price_list")
    private String priceList;
    @Column(name = "monthly_fee")
    private BigDecimal monthlyFee;
    @Column(name = "created_at")
    private Instant createdAt;
    @OneToMany(mappedBy = "agreement", cascade = CascadeType.PERSIST)
    @OrderBy("id")
    private List<Entitlement> entitlements = new ArrayList<>();
    @Version
    private int version;

    protected Agreement() {
    }

    /**
     * Of a template, as that is now: what is changed in it later changes no contract.
     *
     * @param until the last day; null for what the template says
     * @throws BusinessException {@code agreement.dates}
     */
    public Agreement(String number, long customerId, AgreementTemplate template, LocalDate from, LocalDate until, Instant now) {
        this.number = number;
        this.customerId = customerId;
        this.kind = template.kind();
        this.names = template.names();
        this.templateId = template.id();
        this.level = template.level().orElse(null);
        this.priceList = template.priceList().orElse(null);
        this.from = from;
        this.until = until != null ? until : template.months().map(months -> from.plusMonths(months).minusDays(1)).orElse(null);
        this.createdAt = now;
        refuseUnlessForward(this.until);
        template.entitlements().forEach(each -> entitlements.add(new Entitlement(this, each.kind(), each.period(), each.quantity())));
    }

    private void refuseUnlessForward(LocalDate end) {
        if (end != null && end.isBefore(from)) {
            throw new BusinessException("agreement.dates");
        }
    }

    /** @param last day; null for without an end @throws BusinessException {@code agreement.dates} */
    public void runsUntil(LocalDate last) {
        refuseUnlessForward(last);
        until = last;
    }

    /** What he pays for it each month; null when that is not known. @throws BusinessException {@code shared.field-range} */
    public void costs(BigDecimal monthly) {
        if (monthly != null && (monthly.signum() < 0 || monthly.compareTo(MOST_FEE) > 0)) {
            throw new BusinessException("shared.field-range", "fee", 0, MOST_FEE);
        }
        monthlyFee = monthly;
    }

    /** What he gets back for so many times of a month that were not kept. Empty where the contract gives nothing back or its fee is not known. */
    public Optional<BigDecimal> creditFor(long missed) {
        return monthlyFee == null ? Optional.empty() : level().flatMap(AgreementLevel::credit).map(credit -> credit.of(monthlyFee, missed));
    }

    public boolean validOn(LocalDate day) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }

    public Long id() {
        return id;
    }

    public String number() {
        return number;
    }

    public long customerId() {
        return customerId;
    }

    public Kind kind() {
        return kind;
    }

    public String name(String language) {
        return names.in(language);
    }

    public Optional<Long> templateId() {
        return Optional.ofNullable(templateId);
    }

    public Optional<AgreementLevel> level() {
        return Optional.ofNullable(level);
    }

    public LocalDate from() {
        return from;
    }

    /** The last day. */
    public Optional<LocalDate> until() {
        return Optional.ofNullable(until);
    }

    /** Code of the price list that holds for him. */
    public Optional<String> priceList() {
        return Optional.ofNullable(priceList);
    }

    /** What he pays for it each month. */
    public Optional<BigDecimal> monthlyFee() {
        return Optional.ofNullable(monthlyFee);
    }

    public List<Entitlement> entitlements() {
        return List.copyOf(entitlements);
    }

    public int version() {
        return version;
    }
}
