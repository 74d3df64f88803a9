// SPDX-License-Identifier: Apache-2.0
package il.moked.customer;

import jakarta.persistence.*;
import java.time.Instant;
import java.util.Optional;

/**
 * One way through all known customers, in the order of their ids, to give each the segment the rules say: begun when rules
 * are put in force, and every night, for what is known changes with the calendar, too. It goes step by step, so that it
 * goes on where it stopped; a later one takes its place.
 */
@Entity
@Table(name = "segment_pass")
public class SegmentPass {
    public enum Cause { RULES, NIGHT }

    public enum State { RUNNING, DONE, REPLACED }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "segment_pass_seq")
    @SequenceGenerator(name = "segment_pass_seq", sequenceName = "segment_pass_seq")
    private Long id;
    @Enumerated(EnumType.STRING)
    private Cause cause;
    @Column(name = "rules_version")
    private int rulesVersion;
    @Enumerated(EnumType.STRING)
    private State state;
    @Column(name = "begun_at")
    private Instant begunAt;
    @Column(name = "ended_at")
    private Instant endedAt;
    @Column(name = "last_customer_id")
    private long lastCustomerId;
    @Column(name = "highest_customer_id")
    private long highestCustomerId;
    private long seen;
    private long changed;
    @Version
    private int version;

    protected SegmentPass() {
    }

    /** @param rulesVersion the oldest rules it may go by @param lowest before the first customer @param highest id of the last customer */
    public SegmentPass(Cause cause, int rulesVersion, long lowest, long highest, Instant now) {
        this.cause = cause;
        this.rulesVersion = rulesVersion;
        this.state = State.RUNNING;
        this.begunAt = now;
        this.lastCustomerId = Math.max(0, lowest - 1);
        this.highestCustomerId = highest;
    }

    /** @param lastId of the customers seen in this step @param looked how many they were @param moved how many of them are of another segment now */
    public void went(long lastId, int looked, int moved) {
        if (state != State.RUNNING || lastId <= lastCustomerId) {
            throw new IllegalStateException("A pass goes forward until its end");
        }
        lastCustomerId = lastId;
        seen += looked;
        changed += moved;
    }

    public void end(Instant now) {
        state = State.DONE;
        endedAt = now;
    }

    /** Another one began: what this one did not reach, that one does. */
    public void replace(Instant now) {
        state = State.REPLACED;
        endedAt = now;
    }

    public Long id() {
        return id;
    }

    public Cause cause() {
        return cause;
    }

    public int rulesVersion() {
        return rulesVersion;
    }

    public State state() {
        return state;
    }

    public Instant begunAt() {
        return begunAt;
    }

    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    public long lastCustomerId() {
        return lastCustomerId;
    }

    public long highestCustomerId() {
        return highestCustomerId;
    }

    public long seen() {
        return seen;
    }

    public long changed() {
        return changed;
    }
}
