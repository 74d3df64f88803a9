// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import jakarta.persistence.*;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The place of one conversation in the line and on an agent's desk; one per conversation, for its whole life.
 * WAITING → OFFERED → ACCEPTED ⇄ PARKED (answered, the customer's turn; still owned, takes no capacity) → DONE.
 * A declined or missed offer goes back to WAITING with its age kept. OFFERED and ACCEPTED take {@link #weight} units of
 * exactly one agent.
 */
@Entity
@Table(name = "work_item")
public class WorkItem {
    public enum State { WAITING, OFFERED, ACCEPTED, PARKED, DONE }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "work_item_seq")
    @SequenceGenerator(name = "work_item_seq", sequenceName = "work_item_seq")
    private Long id;
    @Column(name = "interaction_id")
    private long interactionId;
    @Column(name = "queue_id")
    private long queueId;
    @Enumerated(EnumType.STRING)
    private State state = State.WAITING;
    private int weight;
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
    @Version
    private int version;

    protected WorkItem() {
    }

    public WorkItem(long interactionId, long queueId, int weight, Instant waitingSince, Duration target) {
        this.interactionId = interactionId;
        this.queueId = queueId;
        this.weight = weight;
        this.waitingSince = waitingSince;
        this.dueAt = DueTime.of(waitingSince, target);
    }

    public void offerTo(long agent, Instant now, Duration patience) {
        expect(State.WAITING);
        state = State.OFFERED;
        agentId = agent;
        offeredAt = now;
        offerExpiresAt = now.plus(patience);
    }

    public void accept(long agent) {
        if (state != State.OFFERED || agentId != agent) {
            throw new il.moked.shared.BusinessException("routing.not-offered");
        }
        state = State.ACCEPTED;
        offerExpiresAt = null;
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
    public void queueAgain(long queue, Instant since, Duration target, Long preferred) {
        queueId = queue;
        waitingSince = since;
        dueAt = DueTime.of(since, target);
        preferredAgentId = preferred;
        lastDeclinedBy = null;
        backToWaiting();
    }

    private void backToWaiting() {
        state = State.WAITING;
        agentId = null;
        offeredAt = null;
        offerExpiresAt = null;
    }

    /** A person took it, out of turn or by hand-over. */
    public void takenBy(long agent) {
        state = State.ACCEPTED;
        agentId = agent;
        offeredAt = null;
        offerExpiresAt = null;
    }

    public void park() {
        expect(State.ACCEPTED);
        state = State.PARKED;
    }

    public void resume() {
        expect(State.PARKED);
        state = State.ACCEPTED;
    }

    public void done() {
        state = State.DONE;
        offeredAt = null;
        offerExpiresAt = null;
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

    /** Units of its agent's capacity that it takes now. */
    public int load() {
        return state == State.OFFERED || state == State.ACCEPTED ? weight : 0;
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

    public int version() {
        return version;
    }
}
