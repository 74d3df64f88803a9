// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import jakarta.persistence.*;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One clock of the law for one contact, as evidence: which numbers applied, when it began, and when a person answered.
 * It begins once. A transfer, an announcement, a place further back in the line, an agent who goes away or another policy
 * change nothing of it; only an earlier begin that an exchange tells late does. A contact about what the law sets no limit
 * for has a record without a deadline: its announcements are evidence too.
 */
@Entity
@Table(name = "statutory_record")
public class StatutoryRecord {
    /** ANSWER from dialling; CALLBACK from the moment a message was left, or the moment the customer picked. */
    public enum Kind { ANSWER, CALLBACK }

    /** How it ended without an answer: hung up; asked to be called; was reached on another way; asked again; could not be reached; needed nothing more. */
    public enum End { ABANDONED, CALLBACK, REACHED, ASKED_AGAIN, NOT_REACHED, WITHDRAWN }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "statutory_record_seq")
    @SequenceGenerator(name = "statutory_record_seq", sequenceName = "statutory_record_seq")
    private Long id;
    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Kind kind;
    @Column(name = "interaction_id", updatable = false)
    private long interactionId;
    @Column(name = "queue_id", updatable = false)
    private long queueId;
    @Column(name = "policy_version", updatable = false)
    private int policyVersion;
    private String subject;
    @Column(name = "started_at")
    private Instant startedAt;
    @Column(name = "limit_seconds")
    private Long limitSeconds;
    private Instant deadline;
    @Column(name = "pressing_at")
    private Instant pressingAt;
    @Column(name = "announcement_due")
    private Instant announcementDue;
    @Column(name = "announced_at")
    private Instant announcedAt;
    @Column(name = "told_at")
    private Instant toldAt;
    @Column(name = "told_place")
    private Integer toldPlace;
    @Column(name = "told_minutes")
    private Long toldMinutes;
    @Column(name = "answered_at")
    private Instant answeredAt;
    @Column(name = "agent_id")
    private Long agentId;
    @Column(name = "ended_at")
    private Instant endedAt;
    @Enumerated(EnumType.STRING)
    @Column(name = "ended_how")
    private End endedHow;
    private boolean running = true;
    @Column(name = "breach_told")
    private boolean breachTold;
    private boolean warned;
    private int attempts;
    @Column(name = "attempted_at")
    private Instant attemptedAt;
    @Column(name = "noticed_at")
    private Instant noticedAt;
    @Version
    private int version;

    protected StatutoryRecord() {
    }

    public StatutoryRecord(Kind kind, long interactionId, long queueId, StatutoryClock clock) {
        this(kind, interactionId, queueId, clock.policyVersion(), clock.subject(), clock.started());
        limit(clock);
    }

    private void limit(StatutoryClock clock) {
        limitSeconds = clock.limit().toSeconds();
        deadline = clock.deadline();
        pressingAt = clock.pressing();
    }

    /** Of a call about what no limit is set for. @param subject or null */
    public StatutoryRecord(long interactionId, long queueId, int policyVersion, String subject, Instant dialled) {
        this(Kind.ANSWER, interactionId, queueId, policyVersion, subject, dialled);
    }

    private StatutoryRecord(Kind kind, long interactionId, long queueId, int policyVersion, String subject, Instant started) {
        this.kind = kind;
        this.interactionId = interactionId;
        this.queueId = queueId;
        this.policyVersion = policyVersion;
        this.subject = subject;
        this.startedAt = started;
    }

    /** The exchange told late that it began earlier. Never later. */
    public void begunBy(Instant moment) {
        if (moment.isBefore(startedAt)) {
            startedAt = moment;
            limit().ifPresent(limit -> limit(new StatutoryClock(policyVersion, subject, startedAt, limit)));
        }
    }

    /** What it is about was chosen, or told, late: the limit counts from the same begin. One that is set stays. */
    public void limitedBy(StatutoryClock clock) {
        if (limitSeconds == null) {
            subject = clock.subject();
            limit(new StatutoryClock(policyVersion, subject, startedAt, clock.limit()));
        }
    }

    /** A person answers. Whatever ended it before was not the end. */
    public void answered(Instant at, Long agent) {
        if (answeredAt == null || at.isBefore(answeredAt)) {
            answeredAt = at;
            agentId = agent;
        }
        endedAt = null;
        endedHow = null;
        running = false;
    }

    public void ended(End how, Instant at) {
        if (running) {
            endedAt = at;
            endedHow = how;
            running = false;
        }
    }

    /** The announcement of the wait is due by that moment. The first that is found holds. */
    public void announceBy(Instant due) {
        announcementDue = announcementDue == null ? due : announcementDue;
    }

    /**
     * He is told his place and what wait is expected.
     *
     * @param minutes null when he was told that no wait can be foretold
     */
    public void told(int place, Long minutes, Instant at) {
        toldPlace = place;
        toldMinutes = minutes;
        looked(at);
        announcedAt = announcedAt == null ? at : announcedAt;
    }

    /** Nothing new to tell him by now. */
    public void looked(Instant at) {
        toldAt = at;
    }

    public boolean wasTold(int place, Long minutes) {
        return toldPlace != null && toldPlace == place && java.util.Objects.equals(toldMinutes, minutes);
    }

    /** @return whether it is news that the limit is over */
    public boolean tellBreach() {
        boolean news = !breachTold;
        breachTold = true;
        return news;
    }

    /** @return whether it is news that its last third began */
    public boolean warn() {
        boolean news = !warned;
        warned = true;
        return news;
    }

    /** He was called, and nobody answered. That ends nothing. */
    public void attempted(Instant at) {
        attempts++;
        attemptedAt = attemptedAt == null ? at : attemptedAt;
    }

    /** He was told in writing that he was called in vain. */
    public void noticed(Instant at) {
        noticedAt = at;
    }

    /** How much later than allowed; zero while kept, or when there is no limit. */
    public Duration over(Instant now) {
        if (deadline == null) {
            return Duration.ZERO;
        }
        Instant until = answeredAt != null ? answeredAt : endedAt != null ? endedAt : now;
        Duration over = Duration.between(deadline, until);
        return over.isNegative() ? Duration.ZERO : over;
    }

    public Long id() {
        return id;
    }

    public Kind kind() {
        return kind;
    }

    public long interactionId() {
        return interactionId;
    }

    public long queueId() {
        return queueId;
    }

    public int policyVersion() {
        return policyVersion;
    }

    public Optional<String> subject() {
        return Optional.ofNullable(subject);
    }

    public Instant startedAt() {
        return startedAt;
    }

    public Optional<Duration> limit() {
        return Optional.ofNullable(limitSeconds).map(Duration::ofSeconds);
    }

    /** As it runs; empty when there is no limit. */
    public Optional<StatutoryClock> clock() {
        return limit().map(limit -> new StatutoryClock(policyVersion, subject, startedAt, limit, pressingAt == null ? limit : Duration.between(pressingAt, deadline).multipliedBy(StatutoryClock.PARTS)));
    }

    public Optional<Instant> deadline() {
        return Optional.ofNullable(deadline);
    }

    /** When the last third begins. */
    public Optional<Instant> pressingAt() {
        return Optional.ofNullable(pressingAt);
    }

    /** Calls to him that nobody answered. */
    public int attempts() {
        return attempts;
    }

    /** The first of them. */
    public Optional<Instant> attemptedAt() {
        return Optional.ofNullable(attemptedAt);
    }

    /** When he was told of the last of them. */
    public Optional<Instant> noticedAt() {
        return Optional.ofNullable(noticedAt);
    }

    public Optional<Instant> announcementDue() {
        return Optional.ofNullable(announcementDue);
    }

    /** When he heard first how long it takes, or that nobody can say. */
    public Optional<Instant> announcedAt() {
        return Optional.ofNullable(announcedAt);
    }

    public Optional<Instant> answeredAt() {
        return Optional.ofNullable(answeredAt);
    }

    public Optional<Long> agentId() {
        return Optional.ofNullable(agentId);
    }

    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    public Optional<End> endedHow() {
        return Optional.ofNullable(endedHow);
    }

    public boolean running() {
        return running;
    }
}
