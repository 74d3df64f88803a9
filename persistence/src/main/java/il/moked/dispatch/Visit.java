// SPDX-License-Identifier: Apache-2.0
package il.moked.dispatch;

import il.moked.casework.ServiceCase;
import il.moked.shared.BusinessException;
import il.moked.shared.StaleVersionException;
import jakarta.persistence.*;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** A technician comes to a customer within the window he was promised, and fixes it or does not. Belongs to a case. */
@Entity
@Table(name = "visit")
public class Visit {
    public enum State {
        PLANNED, ON_THE_WAY, ARRIVED, DONE, NOT_FIXED, CANCELLED;

        private static final Set<State> OVER = EnumSet.of(DONE, NOT_FIXED, CANCELLED);
        static final Set<State> AWAITED = EnumSet.complementOf(EnumSet.of(DONE, NOT_FIXED, CANCELLED));

        public boolean over() {
            return OVER.contains(this);
        }

        /** It goes on now: planning does not touch it. */
        public boolean underWay() {
            return this == ON_THE_WAY || this == ARRIVED;
        }
    }

    /** Why it is not fixed. */
    public enum Cause { PART, SKILL, DIAGNOSIS, ACCESS, NO_SHOW }

    public static final int LONGEST_ADDRESS = 300;
    public static final int LONGEST_DIRECTIONS = 500;
    public static final int LONGEST_NOTE = 2000;
    public static final int LONGEST_SIGNATURE = 20_000;
    public static final int LONGEST_SIGNER = 120;
    public static final int MOST_PARTS = 20;
    public static final int MOST_OF_A_PART = 99;
    public static final int MOST_PRIORITY = 3;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "visit_seq")
    @SequenceGenerator(name = "visit_seq", sequenceName = "visit_seq")
    private Long id;
    @Column(updatable = false)
    private String number;
    @Column(name = "case_id", updatable = false)
    private long caseId;
    @Column(name = "customer_id", updatable = false)
    private long customerId;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "kind", updatable = false)
    private VisitKind kind;
    private String sku;
    private String address;
    private String directions;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "locality", updatable = false)
    private Locality locality;
    @Embedded
    private GeoPoint place;
    private int minutes;
    private int priority;
    @Column(name = "visit_day")
    private LocalDate day;
    @Column(name = "window_from")
    private Instant windowFrom;
    @Column(name = "window_to")
    private Instant windowTo;
    @Column(name = "preferred_id")
    private Long preferredId;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "technician_id")
    private Technician technician;
    private boolean fixed;
    @Column(name = "planned_at")
    private Instant plannedAt;
    @Column(name = "planned_until")
    private Instant plannedUntil;
    @Enumerated(EnumType.STRING)
    private State state = State.PLANNED;
    @Enumerated(EnumType.STRING)
    private Cause cause;
    private String note;
    @Column(name = "on_the_way_at")
    private Instant onTheWayAt;
    @Column(name = "arrived_at")
    private Instant arrivedAt;
    @Column(name = "ended_at")
    private Instant endedAt;
    private int compensation;
    @Column(name = "signed_by")
    private String signedBy;
    private String signature;
    @Column(name = "booked_by", updatable = false)
    private String bookedBy;
    @Column(name = "booked_at", updatable = false)
    private Instant bookedAt;
    @ElementCollection
    @CollectionTable(name = "visit_part", joinColumns = @JoinColumn(name = "visit_id"))
    @MapKeyColumn(name = "sku")
    @Column(name = "quantity")
    private Map<String, Integer> parts = new HashMap<>();
    @Version
    private int version;

    protected Visit() {
    }

    /**
     * Where and for what.
     *
     * @param directions how to find it, may be empty @param place null for the middle of the town @param sku of the product, or null @param parts how many of each by SKU
     * @param priority 0 to 3, the more the more urgent @param preferredId technician the customer asks for, or null
     */
    public record Need(VisitKind kind, String sku, String address, String directions, Locality locality, GeoPoint place, Map<String, Integer> parts, int priority, Long preferredId) {
    }

    /** @param by user name */
    public Visit(String number, ServiceCase of, Need need, Instant windowFrom, Instant windowTo, String by, Instant now) {
        VisitLaw.check(windowFrom, windowTo);
        this.number = number;
        this.caseId = of.id();
        this.customerId = of.customerId();
        this.kind = need.kind();
        this.sku = need.sku();
        this.address = need.address();
        this.directions = need.directions();
        this.locality = need.locality();
        this.place = need.place() == null ? need.locality().middle() : need.place();
        this.minutes = need.kind().minutes();
        this.priority = need.priority();
        this.preferredId = need.preferredId();
        this.parts.putAll(need.parts());
        this.windowFrom = windowFrom;
        this.windowTo = windowTo;
        this.day = VisitLaw.dayOf(windowFrom);
        this.bookedBy = by;
        this.bookedAt = now;
    }

    /** @param who null when nobody is free @return whether the technician or the hour is another than before */
    public boolean plan(Technician who, Instant begins) {
        if (state != State.PLANNED) {
            throw new BusinessException("dispatch.state");
        }
        boolean another = !Objects.equals(technician, who) || !Objects.equals(plannedAt, begins);
        technician = who;
        plannedAt = who == null ? null : begins;
        plannedUntil = plannedAt == null ? null : plannedAt.plus(Duration.ofMinutes(minutes));
        return another;
    }

    /** A dispatcher decides who does it; planning leaves it with him. */
    public void fix(Technician who, Instant begins) {
        plan(who, begins);
        fixed = who != null;
    }

    public void release() {
        fixed = false;
    }

    /** @throws BusinessException {@code dispatch.state} */
    public void setOut(Instant now) {
        require(State.PLANNED);
        state = State.ON_THE_WAY;
        onTheWayAt = now;
    }

    /** @param law for what is due when it is too late */
    public void arrive(VisitLaw law, Instant now) {
        require(State.ON_THE_WAY);
        state = State.ARRIVED;
        arrivedAt = now;
        compensation = law.compensation(windowFrom, now);
    }

    /**
     * @param why null when it is fixed
     * @throws BusinessException {@code dispatch.state}; {@code shared.field-missing} without a signature of a customer who was there
     */
    public void end(Cause why, String what, String signer, String strokes, Instant now) {
        require(State.ARRIVED);
        if (why == null && (signer == null || strokes == null)) {
            throw new BusinessException("dispatch.signature");
        }
        state = why == null ? State.DONE : State.NOT_FIXED;
        cause = why;
        note = what;
        signedBy = signer;
        signature = strokes;
        endedAt = now;
    }

    public void cancel(Instant now) {
        if (state.over() || state == State.ARRIVED) {
            throw new BusinessException("dispatch.state");
        }
        state = State.CANCELLED;
        endedAt = now;
    }

    private void require(State needed) {
        if (state != needed) {
            throw new BusinessException("dispatch.state");
        }
    }

    /** @throws StaleVersionException when somebody changed it since */
    public void expect(Integer seen) {
        if (seen != null && seen != version) {
            throw new StaleVersionException();
        }
    }

    /** When the technician is expected there, or came. */
    public Optional<Instant> expected() {
        return Optional.ofNullable(arrivedAt == null ? plannedAt : arrivedAt);
    }

    public Long id() {
        return id;
    }

    public String number() {
        return number;
    }

    public long caseId() {
        return caseId;
    }

    public long customerId() {
        return customerId;
    }

    public VisitKind kind() {
        return kind;
    }

    public Optional<String> sku() {
        return Optional.ofNullable(sku);
    }

    public String address() {
        return address;
    }

    public String directions() {
        return directions;
    }

    public Locality locality() {
        return locality;
    }

    public GeoPoint place() {
        return place;
    }

    public int minutes() {
        return minutes;
    }

    public int priority() {
        return priority;
    }

    public LocalDate day() {
        return day;
    }

    public Instant windowFrom() {
        return windowFrom;
    }

    public Instant windowTo() {
        return windowTo;
    }

    public Optional<Long> preferredId() {
        return Optional.ofNullable(preferredId);
    }

    public Optional<Technician> technician() {
        return Optional.ofNullable(technician);
    }

    public boolean fixed() {
        return fixed;
    }

    public Optional<Instant> plannedAt() {
        return Optional.ofNullable(plannedAt);
    }

    public Optional<Instant> plannedUntil() {
        return Optional.ofNullable(plannedUntil);
    }

    public State state() {
        return state;
    }

    public Optional<Cause> cause() {
        return Optional.ofNullable(cause);
    }

    public Optional<String> note() {
        return Optional.ofNullable(note);
    }

    public Optional<Instant> onTheWayAt() {
        return Optional.ofNullable(onTheWayAt);
    }

    public Optional<Instant> arrivedAt() {
        return Optional.ofNullable(arrivedAt);
    }

    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    public int compensation() {
        return compensation;
    }

    public Optional<String> signedBy() {
        return Optional.ofNullable(signedBy);
    }

    public Optional<String> signature() {
        return Optional.ofNullable(signature);
    }

    public Map<String, Integer> parts() {
        return Map.copyOf(parts);
    }

    public int version() {
        return version;
    }
}
