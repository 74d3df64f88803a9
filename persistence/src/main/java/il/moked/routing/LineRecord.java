// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import il.moked.channel.Channel;
import il.moked.customer.Segment;
import jakarta.persistence.*;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One wait of one contact in one line, from coming to it until it was served, left or moved to another line, and how long
 * serving it took. The wait counts from the customer's first queueing, so a transfer hides no delay (field-study d.2).
 * Every number of the wall can be recomputed from these rows.
 */
@Entity
@Table(name = "line_record")
public class LineRecord {
    private static final Duration SKEW = Duration.ofMinutes(1);

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "line_record_seq")
    @SequenceGenerator(name = "line_record_seq", sequenceName = "line_record_seq")
    private Long id;
    @Column(name = "work_item_id")
    private long workItemId;
    @Column(name = "interaction_id")
    private Long interactionId;
    @Column(name = "queue_id")
    private long queueId;
    @Enumerated(EnumType.STRING)
    private Channel channel;
    @Enumerated(EnumType.STRING)
    private Segment segment;
    @Column(name = "target_seconds")
    private int targetSeconds;
    @Column(name = "waiting_since")
    private Instant waitingSince;
    @Column(name = "calendar_code")
    private String calendarCode;
    @Column(name = "late_at")
    private Instant lateAt;
    @Column(name = "entered_at")
    private Instant enteredAt;
    @Column(name = "served_at")
    private Instant servedAt;
    @Column(name = "abandoned_at")
    private Instant abandonedAt;
    @Column(name = "moved_at")
    private Instant movedAt;
    @Column(name = "agent_id")
    private Long agentId;
    @Column(name = "finished_at")
    private Instant finishedAt;
    @Column(name = "in_time")
    private Boolean inTime;
    private boolean waits = true;
    /** Written by statements of {@link LineCounts} alone: a wait may become overdue while somebody is about to serve it. */
    @Column(updatable = false)
    private boolean overdue;
    @Version
    private int version;

    protected LineRecord() {
    }

    public LineRecord(long workItemId, Long interactionId, long queueId, Channel channel, Segment segment, Duration target, TargetTime time, Instant waitingSince, Instant enteredAt) {
        this.workItemId = workItemId;
        this.interactionId = interactionId;
        this.queueId = queueId;
        this.channel = channel;
        this.segment = segment;
        this.targetSeconds = Math.toIntExact(target.toSeconds());
        this.waitingSince = waitingSince;
        this.calendarCode = time.calendarCode();
        this.lateAt = time.late(waitingSince, target);
        this.enteredAt = enteredAt;
    }

    /** @param time in which its target runs @return what this adds to the counts */
    public LineSums served(long agent, Instant at, TargetTime time) {
        expect(waits);
        waits = false;
        agentId = agent;
        servedAt = at;
        LineSums sums = LineSums.answered(time.between(waitingSince, at), target(), !at.isAfter(lateAt()));
        inTime = sums.answeredInTime() == 1;
        return sums;
    }

    public LineSums abandoned(Instant at, TargetTime time) {
        return abandoned(at, time, ServiceCounts.SHORT);
    }

    /** @param time in which the target runs @param shortUpTo who left within this long only changed his mind */
    public LineSums abandoned(Instant at, TargetTime time, Duration shortUpTo) {
        expect(waits);
        waits = false;
        abandonedAt = at;
        LineSums sums = LineSums.abandoned(time.between(waitingSince, at), target(), !at.isAfter(lateAt()), shortUpTo);
        inTime = sums.abandonedInTime() == 1;
        return sums;
    }

    /** To another line, or out of the lines without the customer having left. */
    public LineSums moved(Instant at) {
        expect(waits);
        waits = false;
        movedAt = at;
        return LineSums.MOVED;
    }

    public LineSums finished(Instant at) {
        expect(servedAt != null && finishedAt == null);
        finishedAt = at;
        return LineSums.finished(TargetTime.CLOCK.between(servedAt, at));
    }

    private static void expect(boolean possible) {
        if (!possible) {
            throw new IllegalStateException("Not possible in the course of a wait");
        }
    }

    /** Where something that happened at that moment is counted. */
    public LineKey keyAt(Instant at) {
        return new LineKey(LineKey.quarterOf(at), queueId, channel, segment);
    }

    /** Whether nobody serves it yet. */
    public boolean waits() {
        return waits;
    }

    /** Whether this is the wait since then, and he gave it up. */
    public boolean gaveUp(Instant since) {
        return abandonedAt != null && waitingSince.equals(since);
    }

    public boolean inWork() {
        return servedAt != null && finishedAt == null;
    }

    public boolean sameLine(long queue, Channel medium, Segment type) {
        return queueId == queue && channel == medium && segment == type;
    }

    public Long id() {
        return id;
    }

    public long workItemId() {
        return workItemId;
    }

    public Optional<Long> interactionId() {
        return Optional.ofNullable(interactionId);
    }

    public long queueId() {
        return queueId;
    }

    public Channel channel() {
        return channel;
    }

    public Segment segment() {
        return segment;
    }

    public Duration target() {
        return Duration.ofSeconds(targetSeconds);
    }

    public Instant waitingSince() {
        return waitingSince;
    }

    /** Of the business calendar in whose hours the target runs; empty: by the clock. */
    public Optional<String> calendarCode() {
        return Optional.ofNullable(calendarCode);
    }

    /** The last moment that is in time. */
    public Instant lateAt() {
        return lateAt == null ? waitingSince.plus(target()) : lateAt;
    }

    /** Whether it may have been found overdue before that moment; the clocks of two nodes differ by less than a minute. */
    boolean overdueBy(Instant at) {
        return overdue || at.isAfter(lateAt().minus(SKEW));
    }

    public Instant enteredAt() {
        return enteredAt;
    }

    public Optional<Instant> servedAt() {
        return Optional.ofNullable(servedAt);
    }

    public Optional<Instant> abandonedAt() {
        return Optional.ofNullable(abandonedAt);
    }

    public Optional<Instant> movedAt() {
        return Optional.ofNullable(movedAt);
    }

    public Optional<Long> agentId() {
        return Optional.ofNullable(agentId);
    }

    public Optional<Instant> finishedAt() {
        return Optional.ofNullable(finishedAt);
    }

    /** Within its target; empty while it waits and when it was moved. */
    public Optional<Boolean> inTime() {
        return Optional.ofNullable(inTime);
    }
}
