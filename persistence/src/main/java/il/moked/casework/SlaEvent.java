// SPDX-License-Identifier: Apache-2.0
package il.moked.casework;

import jakarta.persistence.*;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** One thing that happened to one run of a clock. Never changed and never removed: what the clock shows is derived from these ({@link SlaState}). */
@Entity
@Table(name = "sla_event")
public class SlaEvent {
    /**
     * EARLIER: by merging, it began before and brings what was counted by then. STOP: it ended with nothing to wait for any more.
     * UNMERGE: whatever that merging did counts no more.
     */
    public enum Kind { ACTIVATE, PAUSE, RESUME, POLICY_CHANGE, WARN, BREACH, FULFIL, STOP, EARLIER, UNMERGE }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "sla_event_seq")
    @SequenceGenerator(name = "sla_event_seq", sequenceName = "sla_event_seq")
    private Long id;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "clock_id", updatable = false)
    private SlaClock clock;
    @Column(updatable = false)
    private int position;
    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Kind kind;
    @Column(updatable = false)
    private Instant at;
    @Column(name = "target_seconds", updatable = false)
    private Long targetSeconds;
    @Column(name = "calendar_code", updatable = false)
    private String calendarCode;
    @Column(name = "warned_percent", updatable = false)
    private Integer warnedPercent;
    @Column(name = "carried_seconds", updatable = false)
    private Long carriedSeconds;
    @Column(name = "merge_id", updatable = false)
    private Long mergeId;

    protected SlaEvent() {
    }

    private SlaEvent(Kind kind, Instant at) {
        this.kind = kind;
        // as exact as it is kept: read again it must say the same
        this.at = at.truncatedTo(ChronoUnit.MICROS);
    }

    /** PAUSE, RESUME, BREACH, FULFIL or STOP. */
    public static SlaEvent of(Kind kind, Instant at) {
        return new SlaEvent(kind, at);
    }

    public static SlaEvent activate(Instant at, SlaTarget target) {
        return new SlaEvent(Kind.ACTIVATE, at).with(target);
    }

    public static SlaEvent policyChange(Instant at, SlaTarget target) {
        return new SlaEvent(Kind.POLICY_CHANGE, at).with(target);
    }

    private SlaEvent with(SlaTarget target) {
        targetSeconds = target.time().toSeconds();
        calendarCode = target.calendar();
        return this;
    }

    public static SlaEvent warn(Instant at, int percent) {
        SlaEvent event = new SlaEvent(Kind.WARN, at);
        event.warnedPercent = percent;
        return event;
    }

    /** @param since the earlier start @param carried business time that was counted by then */
    public static SlaEvent earlier(Instant since, Duration carried) {
        SlaEvent event = new SlaEvent(Kind.EARLIER, since);
        event.carriedSeconds = carried.toSeconds();
        return event;
    }

    public static SlaEvent unmerge(Instant at, long merge) {
        return new SlaEvent(Kind.UNMERGE, at).by(merge);
    }

    /** It happened by merging two cases, and counts no more when that is undone. */
    public SlaEvent by(long merge) {
        mergeId = merge;
        return this;
    }

    void of(SlaClock owner, int place) {
        clock = owner;
        position = place;
    }

    public Kind kind() {
        return kind;
    }

    /** When it happened; of a warning and a breach, when it was due. */
    public Instant at() {
        return at;
    }

    /** Of an activation and a change of policy. */
    public SlaTarget target() {
        return new SlaTarget(Duration.ofSeconds(targetSeconds), calendarCode);
    }

    public int warnedPercent() {
        return warnedPercent;
    }

    public Duration carried() {
        return Duration.ofSeconds(carriedSeconds);
    }

    public Optional<Long> mergeId() {
        return Optional.ofNullable(mergeId);
    }
}
