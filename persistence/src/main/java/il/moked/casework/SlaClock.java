// SPDX-License-Identifier: Apache-2.0
package il.moked.casework;

import il.moked.calendar.BusinessCalendar;
import jakarta.persistence.*;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One run of a clock: of a metric of a case there is one after the other, a new one when the customer writes again or a case is
 * opened again. Its columns repeat what its log says ({@link SlaState}), for lists. An ended run is frozen.
 */
@Entity
@Table(name = "sla_clock")
public class SlaClock {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "sla_clock_seq")
    @SequenceGenerator(name = "sla_clock_seq", sequenceName = "sla_clock_seq")
    private Long id;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "case_id", updatable = false)
    private ServiceCase of;
    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private SlaMetric metric;
    @Column(updatable = false)
    private int run;
    @Enumerated(EnumType.STRING)
    private SlaState.Status status;
    @Column(name = "started_at")
    private Instant startedAt;
    @Column(name = "target_seconds")
    private long targetSeconds;
    @Column(name = "calendar_code")
    private String calendarCode;
    @Column(name = "counted_seconds")
    private long countedSeconds;
    @Column(name = "running_since")
    private Instant runningSince;
    @Column(name = "due_at")
    private Instant dueAt;
    @Column(name = "watch_at")
    private Instant watchAt;
    private int warned;
    @Column(name = "breached_at")
    private Instant breachedAt;
    @Column(name = "ended_at")
    private Instant endedAt;
    @OneToMany(mappedBy = "clock", cascade = CascadeType.PERSIST)
    @OrderBy("position")
    private List<SlaEvent> log = new ArrayList<>();

    protected SlaClock() {
    }

    /** Something that was due and is told once. @param percent of the target that is over; 100 for a breach @param at when it was due */
    public record Signal(SlaMetric metric, int percent, Instant at, Instant due) {
        public static final int BREACH = 100;

        public boolean breach() {
            return percent == BREACH;
        }
    }

    SlaClock(ServiceCase of, SlaMetric metric, int run, SlaEvent activation, Function<String, BusinessCalendar> calendars) {
        this.of = of;
        this.metric = metric;
        this.run = run;
        write(activation, calendars);
    }

    /** Adds to the log what happened, after what was due before it. */
    void write(SlaEvent event, Function<String, BusinessCalendar> calendars) {
        event.of(this, log.size() + 1);
        log.add(event);
        show(SlaState.of(log, calendars));
    }

    /** Again by the calendar as it is now: what goes on, never what ended. */
    void countAgain(Function<String, BusinessCalendar> calendars) {
        if (!status.ended()) {
            show(SlaState.of(log, calendars));
        }
    }

    private void show(SlaState state) {
        status = state.status();
        if (status == SlaState.Status.VOID) {
            runningSince = null;
            watchAt = null;
            return;
        }
        // of what ended, the moment it was due by when it did stays; of what pauses nobody knows
        Instant dueBefore = dueAt;
        dueAt = status.ended() ? dueBefore : state.due();
        startedAt = state.startedAt();
        targetSeconds = state.target().time().toSeconds();
        calendarCode = state.target().calendar();
        countedSeconds = state.counted().toSeconds();
        runningSince = state.runningSince();
        watchAt = state.watchAt();
        warned = state.warned();
        breachedAt = state.breachedAt();
        endedAt = state.endedAt();
    }

    /** Writes the warnings and the breach that were due by that moment, in their order, each once. */
    List<Signal> settle(Instant now, Function<String, BusinessCalendar> calendars) {
        List<Signal> told = new ArrayList<>();
        while (watchAt != null && !watchAt.isAfter(now)) {
            SlaState state = SlaState.of(log, calendars);
            Instant at = state.watchAt();
            int percent = state.nextWarning() == 0 ? Signal.BREACH : state.nextWarning();
            write(percent == Signal.BREACH ? SlaEvent.of(SlaEvent.Kind.BREACH, at) : SlaEvent.warn(at, percent), calendars);
            told.add(new Signal(metric, percent, at, dueAt));
        }
        return told;
    }

    public SlaState state(Function<String, BusinessCalendar> calendars) {
        return SlaState.of(log, calendars);
    }

    public boolean ended() {
        return status.ended();
    }

    public Long id() {
        return id;
    }

    public SlaMetric metric() {
        return metric;
    }

    /** From 1. */
    public int run() {
        return run;
    }

    public SlaState.Status status() {
        return status;
    }

    public Instant startedAt() {
        return startedAt;
    }

    public Duration target() {
        return Duration.ofSeconds(targetSeconds);
    }

    public String calendar() {
        return calendarCode;
    }

    /** Until it began to run last, or for good when it does not run. */
    public Duration counted() {
        return Duration.ofSeconds(countedSeconds);
    }

    public Optional<Instant> runningSince() {
        return Optional.ofNullable(runningSince);
    }

    /** Empty while it pauses. */
    public Optional<Instant> dueAt() {
        return Optional.ofNullable(dueAt);
    }

    public Optional<Instant> watchAt() {
        return Optional.ofNullable(watchAt);
    }

    public int warned() {
        return warned;
    }

    public Optional<Instant> breachedAt() {
        return Optional.ofNullable(breachedAt);
    }

    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    public boolean met() {
        return status == SlaState.Status.FULFILLED && breachedAt == null;
    }

    public List<SlaEvent> log() {
        return List.copyOf(log);
    }
}
