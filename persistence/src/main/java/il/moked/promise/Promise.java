// SPDX-License-Identifier: Apache-2.0
package il.moked.promise;

import il.moked.access.StaffUser;
import il.moked.access.Team;
import il.moked.channel.Channel;
import il.moked.shared.BusinessException;
import jakarta.persistence.*;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a customer was told will be done, until when, and by whom. It is OPEN until somebody says what kept it (KEPT) or why it
 * is void (CANCELLED). When it is due and nobody did, the clock makes it BROKEN; nobody else can, and nobody can take that
 * back: kept afterwards it is KEPT_LATE, and cancelled afterwards it still counts as broken. What a person did can be undone
 * for {@link #UNDO}. While it is OPEN the customer may agree to another time: what counts is the time agreed last. An agent owns it, or his team; when he leaves, it stays with his team.
 */
@Entity
@Table(name = "promise")
public class Promise {
    public enum Kind { CALL, SEND, CHECK, TECHNICIAN, REFUND, OTHER }

    public enum State {
        OPEN, KEPT, BROKEN, KEPT_LATE, CANCELLED;

        /** Whether the customer still waits for it. */
        public boolean pending() {
            return this == OPEN || this == BROKEN;
        }
    }

    /** What kept it. */
    public enum Proof { MESSAGE, CALL, ORDER, VISIT, PAYMENT, NOTE }

    public static final int LONGEST_TEXT = 500;
    /** Of a proof or a reason. */
    public static final int LONGEST_ENDING = 200;
    public static final Duration UNDO = Duration.ofMinutes(10);

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "promise_seq")
    @SequenceGenerator(name = "promise_seq", sequenceName = "promise_seq")
    private Long id;
    @Column(name = "customer_id")
    private long customerId;
    @Column(name = "interaction_id", updatable = false)
    private Long interactionId;
    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Kind kind;
    @Column(updatable = false)
    private String text;
    @Enumerated(EnumType.STRING)
    private State state = State.OPEN;
    private boolean pending = true;
    @Column(name = "owner_id")
    private Long ownerId;
    @Column(name = "team_id")
    private long teamId;
    @Column(name = "given_by", updatable = false)
    private String givenBy;
    @Enumerated(EnumType.STRING)
    @Column(name = "given_on", updatable = false)
    private Channel givenOn;
    @Column(name = "given_at", updatable = false)
    private Instant givenAt;
    @Column(name = "due_at")
    private Instant dueAt;
    @Column(name = "due_day")
    private LocalDate dueDay;
    @Column(name = "wished_at")
    private Instant wishedAt;
    @Enumerated(EnumType.STRING)
    private PromisedTime.Moved moved;
    @Column(name = "first_due_at")
    private Instant firstDueAt;
    private int reschedules;
    @Column(name = "rescheduled_why")
    private String rescheduledWhy;
    @Column(name = "calendar_code")
    private String calendarCode;
    @Column(name = "remind_at")
    private Instant remindAt;
    @Column(name = "escalate_at")
    private Instant escalateAt;
    @Column(name = "watch_at")
    private Instant watchAt;
    @Column(name = "broken_at")
    private Instant brokenAt;
    @Column(name = "broken_team_id")
    private Long brokenTeamId;
    @Column(name = "ended_at")
    private Instant endedAt;
    @Column(name = "ended_by")
    private String endedBy;
    @Enumerated(EnumType.STRING)
    private Proof proof;
    private String ending;
    @Version
    private int version;

    protected Promise() {
    }

    /** Who gave it, where: @param interactionId null when no conversation is open @param by user name */
    public record Origin(Long interactionId, Channel channel, String by, Instant at) {
    }

    /** Until when, on which calendar, and when the clock looks at it. @param remindAt null for never @param day of the organisation on which it is counted */
    public record Deadline(PromisedTime due, LocalDate day, String calendarCode, Instant remindAt, Instant escalateAt) {
    }

    /** @param owner null when the team owns it */
    public Promise(long customerId, Kind kind, String text, StaffUser owner, Team team, Origin origin, Deadline deadline) {
        this.customerId = customerId;
        this.kind = kind;
        this.text = text;
        this.ownerId = owner == null ? null : owner.id();
        this.teamId = team.id();
        this.interactionId = origin.interactionId();
        this.givenOn = origin.channel();
        this.givenBy = origin.by();
        this.givenAt = origin.at();
        due(deadline);
    }

    private void due(Deadline deadline) {
        dueAt = deadline.due().at();
        wishedAt = deadline.due().moved() == null ? null : deadline.due().wished();
        moved = deadline.due().moved();
        dueDay = deadline.day();
        calendarCode = deadline.calendarCode();
        remindAt = deadline.remindAt();
        escalateAt = deadline.escalateAt();
        watchAt = remindAt == null ? dueAt : remindAt;
    }

    private void becomes(State next) {
        state = next;
        pending = next.pending();
    }

    /** @return whether it is news that it is due soon */
    public boolean remind(Instant now) {
        if (state != State.OPEN || remindAt == null || now.isBefore(remindAt)) {
            return false;
        }
        remindAt = null;
        watchAt = dueAt;
        return true;
    }

    /** Whether its time is over and the clock has not said so yet. */
    public boolean overdue(Instant now) {
        return state == State.OPEN && now.isAfter(dueAt);
    }

    /** @return whether it is broken from now on */
    public boolean breakIfOverdue(Instant now) {
        if (!overdue(now)) {
            return false;
        }
        becomes(State.BROKEN);
        brokenAt = dueAt;
        brokenTeamId = teamId;
        watchAt = escalateAt;
        return true;
    }

    /** @return whether it is news that somebody else must see to it */
    public boolean escalate(Instant now) {
        if (state != State.BROKEN || watchAt == null || now.isBefore(escalateAt)) {
            return false;
        }
        watchAt = null;
        return true;
    }

    /** @param what of the proof, in words or as a reference; may be empty for all but a note */
    public void keep(Proof by, String what, String who, Instant now) {
        refuseUnlessPending();
        breakIfOverdue(now);
        ended(state == State.BROKEN ? State.KEPT_LATE : State.KEPT, what, who, now);
        proof = by;
    }

    /** It is void: the customer does not want it any more, or it was a mistake. */
    public void cancel(String why, String who, Instant now) {
        refuseUnlessPending();
        breakIfOverdue(now);
        ended(State.CANCELLED, why, who, now);
    }

    private void ended(State how, String what, String who, Instant now) {
        becomes(how);
        ending = what;
        endedBy = who;
        endedAt = now;
        watchAt = null;
    }

    /**
     * What ended it is taken back.
     *
     * @throws BusinessException {@code promise.not-ended}, {@code promise.undo-late}
     */
    public void reopen(Instant now) {
        if (state.pending()) {
            throw new BusinessException("promise.not-ended");
        }
        if (now.isAfter(endedAt.plus(UNDO))) {
            throw new BusinessException("promise.undo-late", UNDO.toMinutes());
        }
        becomes(brokenAt == null ? State.OPEN : State.BROKEN);
        ending = null;
        endedBy = null;
        endedAt = null;
        proof = null;
        // what was due meanwhile comes at once, and a supervisor hears again of what is broken after all
        watchAt = brokenAt != null ? escalateAt : remindAt == null ? dueAt : remindAt;
    }

    /**
     * The customer agreed to another time, by which it is reminded of, kept and broken from now on. What is broken stays so: it is kept late, or promised anew.
     *
     * @throws BusinessException {@code promise.ended}, {@code promise.broken}, {@code promise.same-time}
     */
    public void reschedule(Deadline agreed, String why, Instant now) {
        refuseUnlessPending();
        if (state == State.BROKEN || overdue(now)) {
            throw new BusinessException("promise.broken");
        }
        if (agreed.due().at().equals(dueAt)) {
            throw new BusinessException("promise.same-time");
        }
        firstDueAt = firstDueAt == null ? dueAt : firstDueAt;
        reschedules++;
        rescheduledWhy = why;
        due(agreed);
    }

    private void refuseUnlessPending() {
        if (!state.pending()) {
            throw new BusinessException("promise.ended");
        }
    }

    /** @param agent null when the team owns it from now on */
    public void ownedBy(StaffUser agent, Team team) {
        refuseUnlessPending();
        ownerId = agent == null ? null : agent.id();
        teamId = team.id();
    }

    public Long id() {
        return id;
    }

    public long customerId() {
        return customerId;
    }

    public Optional<Long> interactionId() {
        return Optional.ofNullable(interactionId);
    }

    public Kind kind() {
        return kind;
    }

    public String text() {
        return text;
    }

    public State state() {
        return state;
    }

    public Optional<Long> ownerId() {
        return Optional.ofNullable(ownerId);
    }

    public long teamId() {
        return teamId;
    }

    public Channel givenOn() {
        return givenOn;
    }

    public String givenBy() {
        return givenBy;
    }

    public Instant givenAt() {
        return givenAt;
    }

    public Instant dueAt() {
        return dueAt;
    }

    public LocalDate dueDay() {
        return dueDay;
    }

    /** What was promised first; empty when that still holds. */
    public Optional<Instant> firstDueAt() {
        return Optional.ofNullable(firstDueAt);
    }

    /** How often the customer agreed to another time. */
    public int reschedules() {
        return reschedules;
    }

    public Optional<Instant> watchAt() {
        return Optional.ofNullable(watchAt);
    }

    public Optional<Instant> brokenAt() {
        return Optional.ofNullable(brokenAt);
    }

    /** The team whose count has it as broken. */
    public Optional<Long> brokenTeamId() {
        return Optional.ofNullable(brokenTeamId);
    }

    /** Who said that it was kept or void. */
    public Optional<String> endedBy() {
        return Optional.ofNullable(endedBy);
    }

    public int version() {
        return version;
    }
}
