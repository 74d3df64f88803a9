// SPDX-License-Identifier: Apache-2.0
package il.moked.casework;

import il.moked.access.StaffUser;
import il.moked.channel.Channel;
import il.moked.shared.BusinessException;
import jakarta.persistence.*;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A case that is asked of somebody who knows more: of a team, which owns it from then on; of an expert, who owns it once he
 * accepts; or of a swarm, who help its owner. A case always has one owner, and its clocks know nothing of this.
 */
@Entity
@Table(name = "case_escalation")
public class CaseEscalation {
    public enum Kind { TIER, EXPERT, SWARM }

    /** ASKED nobody took it yet; ACCEPTED; RETURNED with an answer; ENDED without one. */
    public enum State {
        ASKED, ACCEPTED, RETURNED, ENDED;

        public boolean goesOn() {
            return this == ASKED || this == ACCEPTED;
        }
    }

    public static final int LONGEST_REASON = 1000;
    public static final int LONGEST_ANSWER = 4000;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "case_escalation_seq")
    @SequenceGenerator(name = "case_escalation_seq", sequenceName = "case_escalation_seq")
    private Long id;
    @Column(name = "case_id", updatable = false)
    private long caseId;
    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Kind kind;
    @Enumerated(EnumType.STRING)
    private State state = State.ASKED;
    @Column(name = "handed_case_id")
    private Long handedCaseId;
    @Column(name = "swarm_case_id")
    private Long swarmCaseId;
    @Column(name = "from_team_id", updatable = false)
    private long fromTeamId;
    @Column(name = "from_owner_id", updatable = false)
    private Long fromOwnerId;
    @Column(name = "to_team_id", updatable = false)
    private Long toTeamId;
    @Column(name = "to_user_id", updatable = false)
    private Long toUserId;
    @Column(name = "waiting_team_id")
    private Long waitingTeamId;
    @Column(name = "waiting_user_id")
    private Long waitingUserId;
    @Column(updatable = false)
    private String reason;
    @Column(name = "wished_by", updatable = false)
    private Instant wishedBy;
    @Column(name = "asked_by", updatable = false)
    private String askedBy;
    @Column(name = "asked_at", updatable = false)
    private Instant askedAt;
    @Enumerated(EnumType.STRING)
    @Column(name = "told_channel")
    private Channel toldChannel;
    @Column(name = "accepted_by")
    private Long acceptedBy;
    @Column(name = "accepted_at")
    private Instant acceptedAt;
    private String answer;
    @Column(name = "ended_by")
    private String endedBy;
    @Column(name = "ended_at")
    private Instant endedAt;
    @ElementCollection
    @CollectionTable(name = "case_escalation_member", joinColumns = @JoinColumn(name = "escalation_id"))
    @Column(name = "user_id")
    private Set<Long> members = new HashSet<>();
    @Version
    private int version;

    protected CaseEscalation() {
    }

    /** Why, until when it is wished for, and who asks. @param wishedBy null for no particular time */
    public record Wish(String reason, Instant wishedBy, String askedBy) {
    }

    private CaseEscalation(ServiceCase of, Kind kind, Wish wish, Instant now) {
        this.caseId = of.id();
        this.kind = kind;
        this.handedCaseId = kind == Kind.SWARM ? null : of.id();
        this.swarmCaseId = kind == Kind.SWARM ? of.id() : null;
        this.fromTeamId = of.teamId();
        this.fromOwnerId = of.ownerId().orElse(null);
        this.reason = wish.reason();
        this.wishedBy = wish.wishedBy();
        this.askedBy = wish.askedBy();
        this.askedAt = now;
    }

    public static CaseEscalation toTeam(ServiceCase of, long team, Wish wish, Instant now) {
        CaseEscalation escalation = new CaseEscalation(of, Kind.TIER, wish, now);
        escalation.toTeamId = team;
        escalation.waitingTeamId = team;
        return escalation;
    }

    /** @throws BusinessException {@code casework.escalate-owner}: he owns it already */
    public static CaseEscalation toExpert(ServiceCase of, StaffUser expert, Wish wish, Instant now) {
        if (of.ownerId().filter(expert.id()::equals).isPresent()) {
            throw new BusinessException("casework.escalate-owner");
        }
        CaseEscalation escalation = new CaseEscalation(of, Kind.EXPERT, wish, now);
        escalation.toUserId = expert.id();
        escalation.waitingUserId = expert.id();
        return escalation;
    }

    /** They help at once; nobody has to accept. */
    public static CaseEscalation toSwarm(ServiceCase of, Set<Long> people, Wish wish, Instant now) {
        if (people.isEmpty()) {
            throw new BusinessException("shared.field-missing", "members");
        }
        CaseEscalation escalation = new CaseEscalation(of, Kind.SWARM, wish, now);
        escalation.state = State.ACCEPTED;
        escalation.members.addAll(people);
        return escalation;
    }

    public void told(Channel channel) {
        toldChannel = channel;
    }

    /** @throws BusinessException {@code casework.escalation-over}, {@code casework.not-asked}: somebody else was asked */
    public void accept(StaffUser by, Instant now) {
        if (state != State.ASKED) {
            throw new BusinessException("casework.escalation-over");
        }
        if (!asks(by)) {
            throw new BusinessException("casework.not-asked");
        }
        accepted(by.id(), now);
    }

    /** Whoever of the team took it has accepted. */
    public void accepted(long by, Instant now) {
        state = State.ACCEPTED;
        acceptedBy = by;
        acceptedAt = now;
        waitingTeamId = null;
        waitingUserId = null;
    }

    /** Whether it is up to him. */
    public boolean asks(StaffUser user) {
        return switch (kind) {
            case TIER -> user.team().filter(team -> team.id().equals(toTeamId)).isPresent();
            case EXPERT -> user.id().equals(toUserId);
            case SWARM -> members.contains(user.id());
        };
    }

    /** Whoever was asked says what he found. Of a swarm each does for himself; the last ends it. @throws BusinessException {@code casework.escalation-over}, {@code casework.not-asked} */
    public void giveBack(StaffUser by, String what, Instant now) {
        if (!state.goesOn()) {
            throw new BusinessException("casework.escalation-over");
        }
        if (!asks(by)) {
            throw new BusinessException("casework.not-asked");
        }
        answer = what;
        if (kind == Kind.SWARM) {
            members.remove(by.id());
            if (!members.isEmpty()) {
                return;
            }
        }
        over(State.RETURNED, by.userName(), now);
    }

    /** Nobody has to do anything about it any more. */
    public void end(String by, Instant now) {
        if (!state.goesOn()) {
            throw new BusinessException("casework.escalation-over");
        }
        over(State.ENDED, by, now);
    }

    private void over(State how, String by, Instant now) {
        state = how;
        endedBy = by;
        endedAt = now;
        handedCaseId = null;
        swarmCaseId = null;
        waitingTeamId = null;
        waitingUserId = null;
        members.clear();
    }

    public Long id() {
        return id;
    }

    public long caseId() {
        return caseId;
    }

    public Kind kind() {
        return kind;
    }

    public State state() {
        return state;
    }

    public long fromTeamId() {
        return fromTeamId;
    }

    public Optional<Long> fromOwnerId() {
        return Optional.ofNullable(fromOwnerId);
    }

    public Optional<Long> toTeamId() {
        return Optional.ofNullable(toTeamId);
    }

    public Optional<Long> toUserId() {
        return Optional.ofNullable(toUserId);
    }

    public String reason() {
        return reason;
    }

    public Optional<Instant> wishedBy() {
        return Optional.ofNullable(wishedBy);
    }

    public String askedBy() {
        return askedBy;
    }

    public Instant askedAt() {
        return askedAt;
    }

    public Optional<Channel> toldChannel() {
        return Optional.ofNullable(toldChannel);
    }

    public Optional<Long> acceptedBy() {
        return Optional.ofNullable(acceptedBy);
    }

    public Optional<String> answer() {
        return Optional.ofNullable(answer);
    }

    public Set<Long> members() {
        return Set.copyOf(members);
    }
}
