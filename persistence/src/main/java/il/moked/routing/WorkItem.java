// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import il.moked.agent.WorkWeight;
import il.moked.channel.Channel;
import il.moked.customer.Segment;
import il.moked.shared.BusinessException;
import jakarta.persistence.*;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The place of one conversation in the line and on an agent's desk; one per conversation, for its whole life.
 * WAITING → OFFERED → ACCEPTED ⇄ PARKED (answered, the customer's turn; still owned, takes no capacity) → DONE.
 * ACCEPTED is served, but for a call: that is served when somebody speaks, and goes back to WAITING when nobody does in time.
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

    /** How it came that somebody is to be called: he hung up while he waited, pressed the key for it, asked for it in writing, or a colleague promised it. */
    public enum Origin { HUNG_UP, KEY, WRITTEN, PROMISED }

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
    @Column(name = "calendar_code")
    private String calendarCode;
    @Column(name = "late_at")
    private Instant lateAt;
    @Column(name = "counted_in")
    private Long countedIn;
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
    @Column(name = "declined_by")
    private String declinedBy = "";
    private int declines;
    @Column(name = "callback_number")
    private String callbackNumber;
    @Column(name = "callback_since")
    private Instant callbackSince;
    @Enumerated(EnumType.STRING)
    @Column(name = "callback_origin")
    private Origin callbackOrigin;
    @Column(name = "connect_by")
    private Instant connectBy;
    @Version
    private int version;

    protected WorkItem() {
    }

    /** @param subject code of what it is about, or null */
    public WorkItem(long interactionId, Long customerId, Segment segment, String subject, Placement where, Instant waitingSince) {
        this.interactionId = interactionId;
        this.customerId = customerId;
        this.segment = segment;
        this.subject = subject;
        place(where, waitingSince);
    }

    private void place(Placement where, Instant since) {
        queueId = where.line().queueId();
        channel = where.line().channel();
        lineId = where.lineId();
        asked = where.line().asked().text();
        weight = where.line().weight().units();
        interruptible = where.line().weight().interruptible();
        targetSeconds = (int) where.target().toSeconds();
        calendarCode = where.time().calendarCode();
        lateAt = where.late(since);
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
            throw new BusinessException("routing.not-offered");
        }
        state = State.ACCEPTED;
        offerExpiresAt = null;
        servedAt = now;
        heldAt = now;
    }

    /** Whoever just took it has to be put through to the customer first, who goes on waiting until then. @param by when it goes back to the line; null when its agent has all the time he wants */
    public void connects(Instant by) {
        expect(State.ACCEPTED);
        servedAt = null;
        connectBy = by;
    }

    /** Whether its agent was not put through to the customer yet. */
    public boolean connecting() {
        return state == State.ACCEPTED && servedAt == null;
    }

    /** They speak. */
    public void connected(Instant at) {
        expect(State.ACCEPTED);
        servedAt = at;
        connectBy = null;
    }

    /** Its agent could not be reached: back to the line, as old as it was, and for another one first. */
    public void unreached(Instant now) {
        expectConnecting();
        passedOver(now);
    }

    /** Nobody rang its agent: back to the line, as old as it was, for him as for any other. */
    public void notConnected() {
        expectConnecting();
        backToWaiting();
    }

    private void expectConnecting() {
        if (!connecting()) {
            throw new BusinessException("routing.changed");
        }
    }

    /** Its agent left: back to the line, as old as it was; he is the first to get it if he comes back. */
    public void withdraw() {
        expect(State.OFFERED);
        backToWaiting();
    }

    /** Declined or missed: back to the line, as old as it was. */
    public void returnToLine(Instant now) {
        expect(State.OFFERED);
        passedOver(now);
    }

    private void passedOver(Instant now) {
        declinedBy = Declines.read(declinedBy).and(agentId, now).text();
        declines++;
        backToWaiting();
    }

    /** Handed to a team, or its owner is gone: in the line again, waiting from the given moment. */
    public void queueAgain(Placement where, Instant since, Long preferred) {
        place(where, since);
        servedAt = null;
        preferredAgentId = preferred;
        declinedBy = "";
        backToWaiting();
    }

    private void backToWaiting() {
        state = State.WAITING;
        heldAt = null;
        agentId = null;
        connectBy = null;
        offeredAt = null;
        offerExpiresAt = null;
    }

    /** He has an hour, or a place he was given before he came: due then, and not late before it. */
    public void appointed(Instant due) {
        lateAt = due.isAfter(lateAt()) ? due : lateAt();
        dueAt = due;
    }

    /** Something more is asked of who serves him than where he waits asks by itself; his age and place stay. */
    public void asks(Placement where) {
        expect(State.WAITING);
        Instant due = dueAt;
        Instant late = lateAt;
        place(where, waitingSince);
        dueAt = due;
        lateAt = late;
    }

    /** A person took it, out of turn or by hand-over. */
    public void takenBy(long agent, Instant now) {
        if (servedAt == null) {
            servedAt = now;
        }
        state = State.ACCEPTED;
        heldAt = now;
        agentId = agent;
        connectBy = null;
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
        connectBy = null;
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

    /** How it comes that he is to be called; what it was the first time stands. */
    public void calledBecause(Origin origin) {
        if (kind == Kind.CONTACT || callbackOrigin == null) {
            callbackOrigin = origin;
        }
    }

    /** He is not to be called any more; what he wrote waits in the place he has. */
    public void waitForAnswer(Placement where) {
        Instant due = dueAt;
        kind = Kind.CONTACT;
        callbackNumber = null;
        callbackSince = null;
        callbackOrigin = null;
        notBefore = null;
        place(where, waitingSince);
        keepPlace(waitingSince, due);
        backToWaiting();
    }

    /** He waited before, for the same: the older place holds. */
    public void keepPlace(Instant since, Instant due) {
        if (since.isBefore(waitingSince)) {
            waitingSince = since;
            // in business hours the older place says how long it may be at most
            lateAt = calendarCode == null ? since.plus(target()) : due.isBefore(lateAt()) ? due : lateAt();
        }
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
        connectBy = null;
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

    public Optional<Origin> callbackOrigin() {
        return Optional.ofNullable(callbackOrigin);
    }

    /** By when somebody must speak to him, once a call was accepted. */
    public Optional<Instant> connectBy() {
        return Optional.ofNullable(connectBy);
    }

    private void expect(State expected) {
        if (state != expected) {
            throw new BusinessException("routing.changed");
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

    /** Of the business calendar in whose hours the target runs; empty: it runs by the clock. */
    public Optional<String> calendarCode() {
        return Optional.ofNullable(calendarCode);
    }

    /** After this moment its target is missed; when it is due by law may be earlier. */
    public Instant lateAt() {
        return lateAt == null ? waitingSince.plus(target()) : lateAt;
    }

    /** Whether it stands in that line and nobody has accepted it yet. */
    public boolean waitsIn(long queue) {
        return queueId == queue && (state == State.WAITING || state == State.OFFERED);
    }

    /** In which queue its waiting is counted; empty when it is not counted as waiting. */
    public Optional<Long> countedIn() {
        return Optional.ofNullable(countedIn);
    }

    /** @param queue null: it waits no longer, as far as the counting knows */
    public void counted(Long queue) {
        countedIn = queue;
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

    Declines declines() {
        return Declines.read(declinedBy);
    }

    public int version() {
        return version;
    }
}
