// SPDX-License-Identifier: Apache-2.0
package il.moked.casework;

import il.moked.access.StaffUser;
import il.moked.access.Team;
import il.moked.shared.BusinessException;
import il.moked.shared.StaleVersionException;
import jakarta.persistence.*;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a customer wants, from the moment he said so until it is solved and closed, whoever deals with it and on whatever
 * channels. An agent owns it, or his team does. Its clocks are its own ({@link CaseClocks}); what can be looked for in lists is
 * repeated in its columns.
 */
@Entity
@Table(name = "service_case")
public class ServiceCase {
    public enum Kind { REQUEST, FAULT, COMPLAINT, PURCHASE_FOLLOW_UP }

    /** The more, the worse. */
    public enum Severity { LOW, NORMAL, HIGH, CRITICAL }

    public enum State {
        NEW, OPEN, WAITING_CUSTOMER, WAITING_THIRD_PARTY, APPOINTMENT, SOLVED, CLOSED, REOPENED;

        private static final Set<State> WAITING = EnumSet.of(WAITING_CUSTOMER, WAITING_THIRD_PARTY, APPOINTMENT);
        private static final Map<State, Set<State>> NEXT = Map.of(
                NEW, EnumSet.of(OPEN, WAITING_CUSTOMER, WAITING_THIRD_PARTY, APPOINTMENT, SOLVED, CLOSED),
                OPEN, EnumSet.of(WAITING_CUSTOMER, WAITING_THIRD_PARTY, APPOINTMENT, SOLVED, CLOSED),
                REOPENED, EnumSet.of(OPEN, WAITING_CUSTOMER, WAITING_THIRD_PARTY, APPOINTMENT, SOLVED, CLOSED),
                WAITING_CUSTOMER, EnumSet.of(OPEN, WAITING_THIRD_PARTY, APPOINTMENT, SOLVED, CLOSED),
                WAITING_THIRD_PARTY, EnumSet.of(OPEN, WAITING_CUSTOMER, APPOINTMENT, SOLVED, CLOSED),
                APPOINTMENT, EnumSet.of(OPEN, WAITING_CUSTOMER, WAITING_THIRD_PARTY, SOLVED, CLOSED),
                SOLVED, EnumSet.of(REOPENED, CLOSED),
                CLOSED, EnumSet.of(REOPENED));

        /** Not solved yet. */
        public boolean live() {
            return this != SOLVED && this != CLOSED;
        }

        /** The time until it is solved does not run: it is not up to us. */
        public boolean pauses() {
            return WAITING.contains(this);
        }

        public boolean leadsTo(State next) {
            return NEXT.get(this).contains(next);
        }

        public Set<State> next() {
            return EnumSet.copyOf(NEXT.get(this));
        }
    }

    /** Why it is closed. */
    public enum Cause {
        FIXED(true), EXPLAINED(true), COMPENSATED(true), NO_FAULT(true), NOT_POSSIBLE(true), WITHDRAWN(false), NO_ANSWER(false), DUPLICATE(false);

        private final boolean solves;

        Cause(boolean solves) {
            this.solves = solves;
        }

        /** Whether it is us who brought it to its end. */
        public boolean solves() {
            return solves;
        }
    }

    public static final int LONGEST_SUBJECT = 200;
    public static final int LONGEST_DESCRIPTION = 4000;
    public static final int LONGEST_NOTE = 4000;
    /** Where no clock runs: the end of every list that is ordered by due time. */
    private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "service_case_seq")
    @SequenceGenerator(name = "service_case_seq", sequenceName = "service_case_seq")
    private Long id;
    @Column(updatable = false)
    private String number;
    @Enumerated(EnumType.STRING)
    private Kind kind;
    @Column(name = "customer_id")
    private long customerId;
    private String sku;
    @Column(name = "owned_product_id")
    private Long ownedProductId;
    @Enumerated(EnumType.STRING)
    private Severity severity;
    private String subject;
    private String description;
    @Enumerated(EnumType.STRING)
    private State state = State.NEW;
    private boolean live = true;
    @Column(name = "owner_id")
    private Long ownerId;
    @Column(name = "team_id")
    private long teamId;
    @Column(name = "agreement_id")
    private Long agreementId;
    @Enumerated(EnumType.STRING)
    @Column(name = "level_source")
    private SlaTerms.Source levelSource;
    @Column(name = "first_minutes")
    private Integer firstMinutes;
    @Column(name = "next_minutes")
    private Integer nextMinutes;
    @Column(name = "solve_minutes")
    private Integer solveMinutes;
    @Column(name = "calendar_code")
    private String calendarCode;
    @Column(name = "parent_id")
    private Long parentId;
    /** What is behind several faults; they lead to it. */
    private boolean problem;
    @Column(name = "problem_id")
    private Long problemId;
    @Column(name = "merged_into_id")
    private Long mergedIntoId;
    @Enumerated(EnumType.STRING)
    @Column(name = "state_before_merge")
    private State stateBeforeMerge;
    @Enumerated(EnumType.STRING)
    private Cause cause;
    @Column(name = "opened_by", updatable = false)
    private String openedBy;
    @Column(name = "opened_at", updatable = false)
    private Instant openedAt;
    @Column(name = "received_at", updatable = false)
    private Instant receivedAt;
    @Column(name = "first_answered_at")
    private Instant firstAnsweredAt;
    @Column(name = "first_solved_at")
    private Instant firstSolvedAt;
    @Column(name = "solved_at")
    private Instant solvedAt;
    @Column(name = "closed_at")
    private Instant closedAt;
    @Column(name = "due_at")
    private Instant dueAt = NEVER;
    @Enumerated(EnumType.STRING)
    @Column(name = "due_metric")
    private SlaMetric dueMetric;
    private boolean breached;
    @Column(name = "watch_at")
    private Instant watchAt;
    @Column(name = "state_since")
    private Instant stateSince;
    @Column(name = "customer_wrote_at")
    private Instant customerWroteAt;
    /** The times it is measured by, or their calendar, were changed since. */
    private boolean stale;
    @ElementCollection
    @CollectionTable(name = "case_watcher", joinColumns = @JoinColumn(name = "case_id"))
    @Column(name = "user_id")
    private Set<Long> watchers = new HashSet<>();
    @OneToMany(mappedBy = "of", cascade = CascadeType.PERSIST)
    @OrderBy("id")
    private List<SlaClock> clocks = new ArrayList<>();
    @Version
    private int version;

    protected ServiceCase() {
    }

    /**
     * What it is about.
     *
     * @param severity null for normal @param sku of the product, or null @param ownedProductId which of his own it is, or null
     */
    public record About(Kind kind, Severity severity, String subject, String description, String sku, Long ownedProductId) {
        public About {
            if (kind == null) {
                throw new BusinessException("shared.field-missing", "kind");
            }
            severity = severity == null ? Severity.NORMAL : severity;
        }
    }

    /** @param by user name @param receivedAt when the customer turned to us with it: the clocks begin then, not later than now */
    public ServiceCase(String number, long customerId, About about, Team team, SlaTerms terms, Long agreementId, String by, Instant receivedAt, Instant now) {
        this.number = number;
        this.customerId = customerId;
        this.kind = about.kind();
        this.severity = about.severity();
        this.subject = about.subject();
        this.description = about.description();
        this.sku = about.sku();
        this.ownedProductId = about.ownedProductId();
        this.teamId = team.id();
        this.agreementId = agreementId;
        measuredBy(terms);
        this.openedBy = by;
        this.openedAt = now;
        this.stateSince = now;
        this.receivedAt = receivedAt;
    }

    void measuredBy(SlaTerms terms) {
        levelSource = terms.source();
        firstMinutes = terms.first();
        nextMinutes = terms.next();
        solveMinutes = terms.solve();
        calendarCode = terms.calendar();
        stale = false;
    }

    void answered(Instant at) {
        if (firstAnsweredAt == null || at.isBefore(firstAnsweredAt)) {
            firstAnsweredAt = at;
        }
    }

    void received(Instant at) {
        if (customerWroteAt == null || at.isAfter(customerWroteAt)) {
            customerWroteAt = at;
        }
    }

    void add(SlaClock clock) {
        clocks.add(clock);
    }

    /** Repeats what lists are ordered and filtered by. */
    void showClocks() {
        SlaClock next = clocks.stream().filter(clock -> !clock.ended() && clock.dueAt().isPresent()).min(Comparator.comparing(clock -> clock.dueAt().orElseThrow())).orElse(null);
        dueAt = next == null ? NEVER : next.dueAt().orElseThrow();
        dueMetric = next == null ? null : next.metric();
        breached = clocks.stream().anyMatch(clock -> !clock.ended() && clock.breachedAt().isPresent());
        watchAt = clocks.stream().flatMap(clock -> clock.watchAt().stream()).min(Instant::compareTo).orElse(null);
    }

    /** @throws BusinessException {@code casework.state}: it cannot become that from what it is */
    public void becomes(State next, CaseClocks its, Instant now) {
        refuse(next);
        State before = state;
        state = next;
        stateSince = now;
        live = next.live();
        if (next == State.SOLVED) {
            solvedAt = now;
            firstSolvedAt = firstSolvedAt == null ? now : firstSolvedAt;
        }
        if (next == State.REOPENED) {
            closedAt = null;
            solvedAt = null;
            cause = null;
        }
        its.changed(before, next, next == State.SOLVED, now);
    }

    private void refuse(State next) {
        if (mergedIntoId != null) {
            throw new BusinessException("casework.merged");
        }
        if (next == state || !state.leadsTo(next)) {
            throw new BusinessException("casework.state");
        }
    }

    /** Not up to a decision: the customer wrote again, so it goes on. @return whether that changed it */
    public boolean customerWrote(CaseClocks its, Instant at) {
        if (mergedIntoId != null) {
            return false;
        }
        if (state == State.WAITING_CUSTOMER) {
            becomes(State.OPEN, its, at);
            return true;
        }
        if (state == State.SOLVED) {
            becomes(State.REOPENED, its, at);
            return true;
        }
        return false;
    }

    /** @throws BusinessException {@code shared.field-missing} without a cause, {@code casework.state} */
    public void close(Cause why, CaseClocks its, Instant now) {
        if (why == null) {
            throw new BusinessException("shared.field-missing", "cause");
        }
        refuse(State.CLOSED);
        State before = state;
        if (before.live() && why.solves()) {
            solvedAt = now;
            firstSolvedAt = firstSolvedAt == null ? now : firstSolvedAt;
        }
        state = State.CLOSED;
        stateSince = now;
        live = false;
        cause = why;
        closedAt = now;
        its.changed(before, State.CLOSED, why.solves(), now);
    }

    /** It was the same as another: that one goes on for both. */
    public void mergedInto(ServiceCase other) {
        refuseIfMerged();
        stateBeforeMerge = state;
        mergedIntoId = other.id;
        state = State.CLOSED;
        live = false;
        showClocks();
    }

    /** It was not the same after all. */
    public void unmerged() {
        state = stateBeforeMerge;
        live = state.live();
        stateBeforeMerge = null;
        mergedIntoId = null;
        showClocks();
    }

    /** @throws BusinessException {@code casework.other-customer} */
    public void refuseUnlessOf(long customer) {
        if (customerId != customer) {
            throw new BusinessException("casework.other-customer");
        }
    }

    public void refuseIfMerged() {
        if (mergedIntoId != null) {
            throw new BusinessException("casework.merged");
        }
    }

    /** @param agent null when the team owns it from now on. Who takes a new one begins with it. */
    public void ownedBy(StaffUser agent, Team team, CaseClocks its, Instant now) {
        refuseIfMerged();
        ownerId = agent == null ? null : agent.id();
        teamId = team.id();
        if (agent != null && state == State.NEW) {
            becomes(State.OPEN, its, now);
        }
    }

    /** @throws BusinessException {@code casework.parent}: itself, or one that is below it */
    public void childOf(ServiceCase parent) {
        if (parent != null && (Objects.equals(parent.id, id) || Objects.equals(parent.parentId, id))) {
            throw new BusinessException("casework.parent");
        }
        parentId = parent == null ? null : parent.id;
    }

    /** @throws BusinessException {@code casework.problem}: of another kind than a fault or a complaint; itself */
    public void becauseOf(ServiceCase behind) {
        if (behind != null && (Objects.equals(behind.id, id) || problem)) {
            throw new BusinessException("casework.problem");
        }
        problemId = behind == null ? null : behind.id;
        if (behind != null) {
            behind.problem = true;
        }
    }

    public void severe(Severity now) {
        severity = now;
    }

    /** @throws StaleVersionException when somebody changed it since */
    public void expect(Integer seen) {
        if (seen != null && seen != version) {
            throw new StaleVersionException();
        }
    }

    public Long id() {
        return id;
    }

    public String number() {
        return number;
    }

    public Kind kind() {
        return kind;
    }

    public long customerId() {
        return customerId;
    }

    public Optional<String> sku() {
        return Optional.ofNullable(sku);
    }

    public Optional<Long> ownedProductId() {
        return Optional.ofNullable(ownedProductId);
    }

    public Severity severity() {
        return severity;
    }

    public String subject() {
        return subject;
    }

    public String description() {
        return description;
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

    public Optional<Long> agreementId() {
        return Optional.ofNullable(agreementId);
    }

    public SlaTerms terms() {
        return new SlaTerms(levelSource, firstMinutes, nextMinutes, solveMinutes, calendarCode);
    }

    public Optional<Long> parentId() {
        return Optional.ofNullable(parentId);
    }

    public boolean problem() {
        return problem;
    }

    public Optional<Long> problemId() {
        return Optional.ofNullable(problemId);
    }

    public Optional<Long> mergedIntoId() {
        return Optional.ofNullable(mergedIntoId);
    }

    public Optional<Cause> cause() {
        return Optional.ofNullable(cause);
    }

    public String openedBy() {
        return openedBy;
    }

    public Instant openedAt() {
        return openedAt;
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    public Optional<Instant> firstAnsweredAt() {
        return Optional.ofNullable(firstAnsweredAt);
    }

    public Optional<Instant> firstSolvedAt() {
        return Optional.ofNullable(firstSolvedAt);
    }

    public Optional<Instant> solvedAt() {
        return Optional.ofNullable(solvedAt);
    }

    public Optional<Instant> closedAt() {
        return Optional.ofNullable(closedAt);
    }

    public boolean breached() {
        return breached;
    }

    public Instant stateSince() {
        return stateSince == null ? openedAt : stateSince;
    }

    /** When he last turned to us with it. */
    public Optional<Instant> customerWroteAt() {
        return Optional.ofNullable(customerWroteAt);
    }

    public Optional<Instant> watchAt() {
        return Optional.ofNullable(watchAt);
    }

    public boolean stale() {
        return stale;
    }

    /** Ids of users who hear of what happens to it. */
    public Set<Long> watchers() {
        return Set.copyOf(watchers);
    }

    /** @return whether that is new */
    public boolean watchedBy(long userId, boolean watched) {
        return watched ? watchers.add(userId) : watchers.remove(userId);
    }

    public List<SlaClock> clocks() {
        return List.copyOf(clocks);
    }

    public int version() {
        return version;
    }
}
