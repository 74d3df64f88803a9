// SPDX-License-Identifier: Apache-2.0
package il.moked.company;

import jakarta.persistence.*;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/** A report somebody gets by mail when a week or a month is over: each once. */
@Entity
@Table(name = "company_mailing")
public class CompanyMailing {
    /** Weeks begin on Sunday. */
    public enum Rhythm {
        WEEKLY, MONTHLY;

        /** The first day after the period in which that day lies. */
        public LocalDate after(LocalDate day) {
            return this == WEEKLY ? day.with(TemporalAdjusters.next(DayOfWeek.SUNDAY)) : day.withDayOfMonth(1).plusMonths(1);
        }

        /** The first day of the period that ends before that day. */
        LocalDate before(LocalDate end) {
            return this == WEEKLY ? end.minusWeeks(1) : end.minusMonths(1);
        }
    }

    public enum Format { XLSX, PDF, CSV }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "company_mailing_seq")
    @SequenceGenerator(name = "company_mailing_seq", sequenceName = "company_mailing_seq")
    private Long id;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "user_id", updatable = false)
    private CompanyUser user;
    @Enumerated(EnumType.STRING)
    private Rhythm rhythm;
    @Enumerated(EnumType.STRING)
    private Format format;
    @Column(name = "site_id")
    private Long siteId;
    private String sku;
    @Column(name = "due_on")
    private LocalDate dueOn;
    @Column(name = "sent_at")
    private Instant sentAt;
    @Column(name = "ended_at")
    private Instant endedAt;
    @Version
    private int version;

    protected CompanyMailing() {
    }

    /** @param siteId null for all he may see @param sku null for all */
    public CompanyMailing(CompanyUser user, Rhythm rhythm, Format format, Long siteId, String sku, LocalDate today) {
        this.user = user;
        this.rhythm = rhythm;
        this.format = format;
        this.siteId = siteId;
        this.sku = sku;
        this.dueOn = rhythm.after(today);
    }

    public boolean due(LocalDate today) {
        return endedAt == null && !dueOn.isAfter(today);
    }

    /** The period it is about next, which may have been over for long when the server was away: only the last is sent. @return its first day and the day after */
    public ReportPeriod period(LocalDate today) {
        LocalDate end = dueOn;
        for (LocalDate next = rhythm.after(end); !next.isAfter(today); next = rhythm.after(next)) {
            end = next;
        }
        return new ReportPeriod(rhythm.before(end), end.minusDays(1));
    }

    public void sent(LocalDate today, Instant now) {
        sentAt = now;
        dueOn = rhythm.after(today);
    }

    public void ended(Instant now) {
        endedAt = now;
    }

    public Long id() {
        return id;
    }

    public CompanyUser user() {
        return user;
    }

    public Rhythm rhythm() {
        return rhythm;
    }

    public Format format() {
        return format;
    }

    public Optional<Long> siteId() {
        return Optional.ofNullable(siteId);
    }

    public Optional<String> sku() {
        return Optional.ofNullable(sku);
    }

    public LocalDate dueOn() {
        return dueOn;
    }

    public Optional<Instant> sentAt() {
        return Optional.ofNullable(sentAt);
    }
}
