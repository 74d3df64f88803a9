// SPDX-License-Identifier: Apache-2.0
package il.moked.offer;

import il.moked.shared.BusinessException;
import il.moked.shared.Names;
import jakarta.persistence.*;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Something that may be offered to customers whom it fits. It holds from its first day to its last, unless it is paused.
 * What it is may change while it holds; what was answered to it stays with it.
 */
@Entity
@Table(name = "offer")
public class Offer {
    public enum State { PLANNED, RUNNING, PAUSED, OVER }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "offer_seq")
    @SequenceGenerator(name = "offer_seq", sequenceName = "offer_seq")
    private Long id;
    private String code;
    @Embedded
    private Names names;
    @Column(name = "script_he")
    private String hebrewScript;
    @Column(name = "script_en")
    private String englishScript;
    private String sku;
    @Column(name = "worth_minor")
    private long worth;
    private String currency;
    private int priority;
    @Column(name = "first_day")
    private LocalDate firstDay;
    @Column(name = "last_day")
    private LocalDate lastDay;
    private boolean paused;
    @Column(name = "lead_team_id")
    private Long leadTeamId;
    /** The whole sheet, of which the columns beside it are what lists need. */
    private String terms;
    @Column(name = "changed_by")
    private String changedBy;
    @Column(name = "changed_at")
    private Instant changedAt;
    @Version
    private int version;

    protected Offer() {
    }

    /** Paused until somebody lets it run. */
    public Offer(String code, OfferSheet sheet, String by, Instant now) {
        this.code = code;
        this.paused = true;
        write(sheet, by, now);
    }

    /** @param seen the version that was edited @throws BusinessException {@code offer.changed} when somebody changed it since */
    public void become(OfferSheet sheet, int seen, String by, Instant now) {
        expect(seen);
        write(sheet, by, now);
    }

    private void write(OfferSheet sheet, String by, Instant now) {
        names = new Names(sheet.hebrewName(), sheet.englishName());
        hebrewScript = sheet.hebrewScript();
        englishScript = sheet.englishScript();
        sku = sheet.sku();
        worth = sheet.worth().minor();
        currency = sheet.worth().currency();
        priority = sheet.priority();
        firstDay = sheet.firstDay();
        lastDay = sheet.lastDay();
        leadTeamId = sheet.leadTeam();
        terms = sheet.write();
        changedBy = by;
        changedAt = now;
    }

    public void pause(boolean pause, String by, Instant now) {
        paused = pause;
        changedBy = by;
        changedAt = now;
    }

    private void expect(int seen) {
        if (seen != version) {
            throw new BusinessException("offer.changed", changedBy);
        }
    }

    public State stateOn(LocalDate day) {
        if (lastDay != null && day.isAfter(lastDay)) {
            return State.OVER;
        }
        return paused ? State.PAUSED : day.isBefore(firstDay) ? State.PLANNED : State.RUNNING;
    }

    /** As it is told and decided upon. */
    public Offering offering() {
        OfferSheet sheet = sheet();
        return new Offering(id, code, names.hebrew(), names.english(), hebrewScript, englishScript, sku, sheet.worth(), priority, firstDay, lastDay, paused, leadTeamId, sheet.terms());
    }

    public OfferSheet sheet() {
        return OfferSheet.read(terms);
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

    public Optional<String> sku() {
        return Optional.ofNullable(sku);
    }

    public int priority() {
        return priority;
    }

    public LocalDate firstDay() {
        return firstDay;
    }

    public Optional<LocalDate> lastDay() {
        return Optional.ofNullable(lastDay);
    }

    public boolean paused() {
        return paused;
    }

    public Optional<Long> leadTeamId() {
        return Optional.ofNullable(leadTeamId);
    }

    public String terms() {
        return terms;
    }

    public String changedBy() {
        return changedBy;
    }

    public Instant changedAt() {
        return changedAt;
    }

    public int version() {
        return version;
    }
}
