// SPDX-License-Identifier: Apache-2.0
package il.moked.branch;

import il.moked.channel.Channel;
import il.moked.customer.Customer;
import il.moked.shared.BusinessException;
import jakarta.persistence.*;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A customer is expected at a branch at an hour: BOOKED → ARRIVED | NO_SHOW | CANCELLED. Whoever comes up to {@link #GRACE}
 * late keeps his hour in the line; who comes later waits as anybody else.
 */
@Entity
@Table(name = "appointment")
public class Appointment {
    public enum State { BOOKED, ARRIVED, NO_SHOW, CANCELLED }

    public static final Duration GRACE = Duration.ofMinutes(15);

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "appointment_seq")
    @SequenceGenerator(name = "appointment_seq", sequenceName = "appointment_seq")
    private Long id;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "branch_id")
    private Branch branch;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "reason_id")
    private VisitReason reason;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "customer_id")
    private Customer customer;
    @Column(name = "starts_at")
    private Instant startsAt;
    private int minutes;
    private String code;
    @Enumerated(EnumType.STRING)
    private State state = State.BOOKED;
    @Enumerated(EnumType.STRING)
    @Column(name = "booked_on")
    private Channel bookedOn;
    @Column(name = "booked_by")
    private String bookedBy;
    @Column(name = "booked_at")
    private Instant bookedAt;
    @Column(name = "reminded_at")
    private Instant remindedAt;
    @Column(name = "ended_at")
    private Instant endedAt;
    @Version
    private int version;

    protected Appointment() {
    }

    /** @param code he is recognised by at the door @param on the channel it was booked on @param by user name, or that of Moked itself */
    public Appointment(Branch branch, VisitReason reason, Customer customer, Instant startsAt, String code, Channel on, String by, Instant now) {
        this.branch = branch;
        this.reason = reason.expectAt(branch);
        this.customer = customer;
        this.startsAt = startsAt;
        this.minutes = reason.minutes();
        this.code = code;
        this.bookedOn = on;
        this.bookedBy = by;
        this.bookedAt = now;
    }

    public void arrive() {
        expectBooked();
        state = State.ARRIVED;
    }

    public void cancel(Instant now) {
        expectBooked();
        state = State.CANCELLED;
        endedAt = now;
    }

    public void notShown(Instant now) {
        expectBooked();
        state = State.NO_SHOW;
        endedAt = now;
    }

    public void move(Instant to) {
        expectBooked();
        startsAt = to;
        remindedAt = null;
    }

    public void reminded(Instant now) {
        remindedAt = now;
    }

    /** @throws BusinessException {@code branch.appointment-over} */
    private void expectBooked() {
        if (state != State.BOOKED) {
            throw new BusinessException("branch.appointment-over", code);
        }
    }

    /** Whether who comes now keeps his hour. */
    public boolean keepsHour(Instant now) {
        return !now.isAfter(startsAt.plus(GRACE));
    }

    public Long id() {
        return id;
    }

    public Branch branch() {
        return branch;
    }

    public VisitReason reason() {
        return reason;
    }

    public Customer customer() {
        return customer;
    }

    public Instant startsAt() {
        return startsAt;
    }

    public int minutes() {
        return minutes;
    }

    public Instant endsAt() {
        return startsAt.plus(Duration.ofMinutes(minutes));
    }

    public String code() {
        return code;
    }

    public State state() {
        return state;
    }

    public Channel bookedOn() {
        return bookedOn;
    }

    public String bookedBy() {
        return bookedBy;
    }

    public Instant bookedAt() {
        return bookedAt;
    }

    public Optional<Instant> remindedAt() {
        return Optional.ofNullable(remindedAt);
    }

    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    public int version() {
        return version;
    }
}
