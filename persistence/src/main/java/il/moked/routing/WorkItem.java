// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import il.moked.agent.WorkWeight;
import il.moked.channel.Channel;
import il.moked.customer.Segment;
import jakarta.persistence.*;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The place of one conversation in the line and on an agent's desk; one per conversation, for its whole life.
 * WAITING → OFFERED → ACCEPTED ⇄ PARKED (answered, the customer's turn; still owned, takes no capacity) → DONE.
 * A declined or missed offer goes back to WAITING with its age kept. OFFERED and ACCEPTED take {@link #weight} units of
 * exactly one agent. A caller who left, or asked to be called, becomes a CALLBACK with the place he had: WAITING, or
 * SCHEDULED until the moment he picked. ABANDONED is who left and is not called back.
 */
@Entity
@Table(name = "work_item")
public class WorkItem {
    public enum State { SCHEDULED, WAITING, OFFERED, ACCEPTED, PARKED, DONE, ABANDONED }

    /** Whether the customer came to us, or we are to call him. */
    public enum Kind { CONTACT, CALLBACK }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "work_item_seq")
    @SequenceGenerator(name = "work_item_seq", sequenceName = "work_item_seq")
    private Long id;
    @Column(name = "interaction_id")
    private long interactionId;
    @Column(name = "customer_id")
    private Long customerId;
    @Enumerated(EnumType.STRING)
    private Kind kind = Kind.CONTACT;
    @Enumerated(EnumType.STRING)
    private Channel channel;
    @Enumerated(EnumType.STRING)
    private Segment segment;
    private String subject;
    @Column(name = "queue_id")
    private long queueId;
    @Column(name = "line_id")
    private Long lineId;
    private String asked;
    @Enumerated(EnumType.STRING)
    private State state = State.WAITING;
    private int weight;
    private boolean interruptible;
    @Column(name = "target_seconds")
    private int targetSeconds;
    @Column(name = "not_before")
    private Instant notBefore;
    @Column(name = "served_at")
    private Instant servedAt;
    @Column(name = "held_at")
    private Instant heldAt;
    @Column(name = "waiting_since")
    private Instant waitingSince;
    @Column(name = "due_at")
    private Instant dueAt;
    @Column(name = "agent_id")
    private Long agentId;
    @Column(name = "preferred_agent_id")
    private Long preferredAgentId;
    @Column(name = "offered_at")
    private Instant offeredAt;
    @Column(name = "offer_expires_at")
    private Instant offerExpiresAt;
    @Column(name = "last_declined_by")
    private Long lastDeclinedBy;
    @Column(name = "declined_at")
    private Instant declinedAt;
    private int declines;
    @Column(name = "callback_number")
    private String callbackNumber;
    @Column(name = "callback_since")
    private Instant callbackSince;
    @Version
    private int version;

    protected WorkItem() {
    }

    /** @param subject code of what it is about, or null */
    public WorkItem(long interactionId, Long customerId, Channel channel, Segment segment, String subject, Placement where, Instant waitingSince) {
        this.interactionId = interactionId;
        this.customerId = customerId;
        this.channel = channel;
        this.segment = segment;
        this.subject = subject;
        place(where, waitingSince);
    }

    private void place(Placement where, Instant since) {
        queueId = where.line().queueId();
        lineId = where.lineId();
        asked = where.line().asked().text();
        weight = where.line().weight().units();
        interruptible = where.line().weight().interruptible();
        targetSeconds = (int) where.target().toSeconds();
        waitingSince = since;
        dueAt = where.due(since);
    }

    /** Whoever knows the customer is asked first, for a while. */
    public WorkItem preferring(Long agent) {
        preferredAgentId = agent;
        return this;
    }

    public void offerTo(long agent, Instant now, Duration patience) {
        expect(State.WAITING);
        state = State.OFFERED;
        agentId = agent;
        offeredAt = now;
        offerExpiresAt = now.plus(patience);
    }

    public void accept(long agent, Instant now) {
        if (state != State.OFFERED || agentId != agent) {
            throw new il.moked.shared.BusinessException("routing.not-offered");
        }
        state = State.ACCEPTED;
        offerExpiresAt = null;
        servedAt = now;
        heldAt = now;
    }

    /** Its agent left: back to the line, as old as it was; he is the first to get it if he comes back. */
    public void withdraw() {
        expect(State.OFFERED);
        backToWaiting();
    }

    /** Declined or missed: back to the line, as old as it was. */
    public void returnToLine(Instant now) {
        expect(State.OFFERED);
        lastDeclinedBy = agentId;
        declinedAt = now;
        declines++;
        backToWaiting();
    }

    /** Handed to a team, or its owner is gone: in the line again, waiting from the given moment. */
    public void queueAgain(Placement where, Instant since, Long preferred) {
        place(where, since);
        servedAt = null;
        preferredAgentId = preferred;
        lastDeclinedBy = null;
        backToWaiting();
    }

    /**
     * Its agent left: back to the line it came from, with all that was asked for there, waiting from the given moment; he is
     * asked first if he comes back. Who waited all the time is as due as he was.
     */
    public void leftBehind(Instant since) {
        expect(State.ACCEPTED);
        if (!since.equals(waitingSince)) {
            waitingSince = since;
            dueAt = since.plusSeconds(targetSeconds);
        }
        servedAt = null;
        preferredAgentId = agentId;
        lastDeclinedBy = null;
        backToWaiting();
    }

    private void backToWaiting() {
        state = State.WAITING;
        heldAt = null;
        agentId = null;
        offeredAt = null;
        offerExpiresAt = null;
    }

    /** A person took it, out of turn or by hand-over. */
    public void takenBy(long agent, Instant now) {
        if (servedAt == null) {
            servedAt = now;
        }
        state = State.ACCEPTED;
        heldAt = now;
        agentId = agent;
        offeredAt = null;
        offerExpiresAt = null;
    }

    public void park() {
        expect(State.ACCEPTED);
        state = State.PARKED;
    }

    public void resume(Instant now) {
        expect(State.PARKED);
        state = State.ACCEPTED;
        heldAt = now;
    }

    public void done() {
        state = State.DONE;
        offeredAt = null;
        offerExpiresAt = null;
    }

    /**
     * The customer will be called: at once in the place he has, or from the moment he picked. Whoever serves him has
     * given it back before.
     *
     * @param number where he is called
     * @param where the line of calls; he is never due later there than he was
     * @param from null for "as soon as it is his turn"
     */
    public void callBack(String number, Placement where, Instant from, Instant now) {
        Instant due = dueAt;
        kind = Kind.CALLBACK;
        channel = Channel.PHONE;
        callbackNumber = number;
        if (callbackSince == null) {
            callbackSince = now;
        }
        place(where, waitingSince);
        keepPlace(waitingSince, due);
        notBefore = from;
        servedAt = null;
        preferredAgentId = null;
        backToWaiting();
        if (from != null && from.isAfter(now)) {
            state = State.SCHEDULED;
        }
    }

    /** He is not to be called any more; what he wrote waits in the place he has. */
    public void waitForAnswer(Channel on, Placement where) {
        Instant due = dueAt;
        kind = Kind.CONTACT;
        channel = on;
        callbackNumber = null;
        callbackSince = null;
        notBefore = null;
        place(where, waitingSince);
        keepPlace(waitingSince, due);
        backToWaiting();
    }

    /** He waited before, for the same: the older place holds. */
    public void keepPlace(Instant since, Instant due) {
        waitingSince = since.isBefore(waitingSince) ? since : waitingSince;
        dueAt = due.isBefore(dueAt) ? due : dueAt;
    }

    /** The moment a caller picked has come; he waits from now on. */
    public void begin(Placement where) {
        expect(State.SCHEDULED);
        place(where, notBefore);
        state = State.WAITING;
    }

    /** The customer left before he was served, or was served on another way. */
    public void abandoned() {
        state = State.ABANDONED;
        offeredAt = null;
        offerExpiresAt = null;
    }

    /** Nobody waits and nobody serves. */
    public boolean over() {
        return state == State.DONE || state == State.ABANDONED;
    }

    public boolean unserved() {
        return state == State.WAITING || state == State.OFFERED || state == State.SCHEDULED;
    }

    /** Whether somebody waits to be called, now or from a moment he picked. */
    public boolean awaitsCallback() {
        return kind == Kind.CALLBACK && unserved();
    }

    /** Where he is called; empty unless he is to be. */
    public Optional<String> callbackNumber() {
        return Optional.ofNullable(callbackNumber);
    }

    /** When the call back was asked for first. */
    public Optional<Instant> callbackSince() {
        return Optional.ofNullable(callbackSince);
    }

    /** Whether it may be offered to this agent now: who has just declined it is asked again only after a while. */
    public boolean mayBeOfferedTo(long agent, Instant now, Duration backOff) {
        return lastDeclinedBy == null || lastDeclinedBy != agent || !now.isBefore(declinedAt.plus(backOff));
    }

    private void expect(State expected) {
        if (state != expected) {
            throw new il.moked.shared.BusinessException("routing.changed");
        }
    }

    /** Whether it takes its weight of its agent's capacity now. */
    public boolean loads() {
        return state == State.OFFERED || state == State.ACCEPTED;
    }

    public Long id() {
        return id;
    }

    public long interactionId() {
        return interactionId;
    }

    public long queueId() {
        return queueId;
    }

    public State state() {
        return state;
    }

    public int weight() {
        return weight;
    }

    public WorkWeight work() {
        return new WorkWeight(weight, interruptible);
    }

    public Long customerId() {
        return customerId;
    }

    public Kind kind() {
        return kind;
    }

    public Channel channel() {
        return channel;
    }

    public Segment segment() {
        return segment;
    }

    public Optional<String> subject() {
        return Optional.ofNullable(subject);
    }

    public Requirement requirement() {
        return Requirement.parse(asked);
    }

    public Duration target() {
        return Duration.ofSeconds(targetSeconds);
    }

    public Optional<Instant> notBefore() {
        return Optional.ofNullable(notBefore);
    }

    public Optional<Instant> servedAt() {
        return Optional.ofNullable(servedAt);
    }

    /** Since when its agent serves it; empty while nobody does. */
    public Optional<Instant> heldAt() {
        return Optional.ofNullable(heldAt);
    }

    public Instant waitingSince() {
        return waitingSince;
    }

    public Instant dueAt() {
        return dueAt;
    }

    public Optional<Long> agentId() {
        return Optional.ofNullable(agentId);
    }

    public Optional<Long> preferredAgentId() {
        return Optional.ofNullable(preferredAgentId);
    }

    public Optional<Instant> offerExpiresAt() {
        return Optional.ofNullable(offerExpiresAt);
    }

    public Optional<Long> lastDeclinedBy() {
        return Optional.ofNullable(lastDeclinedBy);
    }

    Instant declinedAt() {
        return declinedAt;
    }

    public int version() {
        return version;
    }
}
