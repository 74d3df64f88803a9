// SPDX-License-Identifier: Apache-2.0
package il.moked.agent;

import il.moked.access.StaffUser;
import il.moked.access.Team;
import il.moked.shared.BusinessException;
import jakarta.persistence.*;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A staff user at work: his presence, and how many of his 100 capacity units are taken by offered and accepted work,
 * apart for what can be set aside (see {@link Capacity}).
 * Capacity is reserved by one conditional update (see {@link Agents#reserve}), never here, so that two deciders cannot
 * both take the last units.
 */
@Entity
@Table(name = "agent")
public class Agent {
    public static final int FULL_CAPACITY = 100;

    @Id
    @Column(name = "user_id")
    private Long id;
    @MapsId
    @OneToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "user_id")
    private StaffUser user;
    @Column(name = "team_id")
    private long teamId;
    @Enumerated(EnumType.STRING)
    private Presence presence = Presence.OFFLINE;
    @Enumerated(EnumType.STRING)
    @Column(name = "away_reason")
    private AwayReason awayReason;
    private Instant since;
    private int capacity = FULL_CAPACITY;
    @Column(name = "used_capacity")
    private int usedCapacity;
    @Column(name = "used_interruptible")
    private int usedInterruptible;
    @Column(name = "last_offered_at")
    private Instant lastOfferedAt;
    /** Where his telephone rings. */
    private String extension;
    @Column(name = "wrap_up_until")
    private Instant wrapUpUntil;
    @Column(name = "wrap_up_of")
    private Long wrapUpOf;
    @Column(name = "wrap_up_extended")
    private boolean wrapUpExtended;
    @Version
    private int version;

    protected Agent() {
    }

    public Agent(StaffUser user, Team team, Instant now) {
        this.user = user;
        this.teamId = team.id();
        this.since = now;
        this.lastOfferedAt = now;
    }

    public void available(Instant now) {
        change(Presence.AVAILABLE, null, now);
    }

    public void away(AwayReason reason, Instant now) {
        change(Presence.AWAY, reason, now);
    }

    public void offline(Instant now) {
        change(Presence.OFFLINE, null, now);
    }

    /** Nobody sits before his desk any more. */
    public void vanished(Instant now) {
        change(Presence.OFFLINE, AwayReason.UNSEEN, now);
    }

    /** @param number of the telephone he sits at; null or blank for none */
    public void sitsAt(String number) {
        extension = number == null || number.isBlank() ? null : number.strip();
    }

    public Optional<String> extension() {
        return Optional.ofNullable(extension);
    }

    /**
     * His call ended: he sums it up before he is offered more. Who said meanwhile that he is not ready, or left, stays so:
     * he is offered nothing anyway. A further call of his in that time, to the same customer say, begins it anew.
     *
     * @param interactionId the conversation of the call
     * @return whether that changed anything
     */
    public boolean wrapUp(long interactionId, Duration time, Instant now) {
        if (presence != Presence.AVAILABLE && presence != Presence.WRAP_UP) {
            return false;
        }
        change(Presence.WRAP_UP, null, now);
        wrapUpOf = interactionId;
        wrapUpUntil = now.plus(time);
        return true;
    }

    /** @throws BusinessException {@code agent.wrap-up-over} when he sums up nothing, {@code agent.wrap-up-extended} the second time */
    public void extendWrapUp(Duration time) {
        if (presence != Presence.WRAP_UP) {
            throw new BusinessException("agent.wrap-up-over");
        }
        if (wrapUpExtended) {
            throw new BusinessException("agent.wrap-up-extended");
        }
        wrapUpUntil = wrapUpUntil.plus(time);
        wrapUpExtended = true;
    }

    /** The conversation he sums up was closed. @return whether that changed anything */
    public boolean wrappedUp(long interactionId, Instant now) {
        if (presence != Presence.WRAP_UP || wrapUpOf != interactionId) {
            return false;
        }
        available(now);
        return true;
    }

    /** Time is over: he is ready again, though the conversation may still take its units of him. @return whether that changed anything */
    public boolean endWrapUpIfOver(Instant now) {
        if (presence != Presence.WRAP_UP || wrapUpUntil != null && now.isBefore(wrapUpUntil)) {
            return false;
        }
        available(now);
        return true;
    }

    private void change(Presence to, AwayReason reason, Instant now) {
        if (presence != to || awayReason != reason) {
            since = now;
        }
        presence = to;
        awayReason = reason;
        wrapUpUntil = null;
        wrapUpOf = null;
        wrapUpExtended = false;
    }

    /** He is offered what waits for that team from now on. */
    public void joins(Team team) {
        teamId = team.id();
    }

    public Long id() {
        return id;
    }

    public StaffUser user() {
        return user;
    }

    public long teamId() {
        return teamId;
    }

    public Presence presence() {
        return presence;
    }

    public Optional<AwayReason> awayReason() {
        return Optional.ofNullable(awayReason);
    }

    public Instant since() {
        return since;
    }

    /** Until when he sums up a call; only in {@link Presence#WRAP_UP}. */
    public Optional<Instant> wrapUpUntil() {
        return Optional.ofNullable(wrapUpUntil);
    }

    /** The conversation of the call he sums up; only in {@link Presence#WRAP_UP}. */
    public Optional<Long> wrapUpOf() {
        return Optional.ofNullable(wrapUpOf);
    }

    public boolean wrapUpExtended() {
        return wrapUpExtended;
    }

    public int capacity() {
        return capacity;
    }

    /** Units taken by all his work; more than he has while he serves somebody with letters set aside. */
    public int usedCapacity() {
        return usedCapacity + usedInterruptible;
    }

    /** Whether anything more could be offered to him. Of the state this was read in: reserving decides. */
    public boolean hasRoom() {
        return new Capacity(capacity, usedCapacity, usedInterruptible).hasRoom();
    }

    public boolean online() {
        return presence != Presence.OFFLINE;
    }
}
