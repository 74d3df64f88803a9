// SPDX-License-Identifier: Apache-2.0
package il.moked.branch;

import il.moked.channel.Channel;
import il.moked.customer.Customer;
import il.moked.shared.BusinessException;
import il.moked.shared.StaleVersionException;
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

    /** Who booked it: the customer himself on the site, one of our people from his card, a greeter, or another system. */
    public enum Way { SITE, AGENT, GREETER, API }

    public static final int LONGEST_KEY = 64;
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
    @Enumerated(EnumType.STRING)
    private Way way = Way.AGENT;
    private String telephone;
    private String email;
    private int moves;
    @Column(name = "moved_at")
    private Instant movedAt;
    @Column(name = "interaction_id")
    private Long interactionId;
    @Column(name = "client_key", updatable = false)
    private String clientKey;
    @Version
    private int version;

    protected Appointment() {
    }

    /**
     * What is booked.
     *
     * @param channel of the conversation in which it is booked, or null @param telephone and @param email where whoever booked is told; null: as the customer is reached
     * @param clientKey of the form or the request: the same key is the same appointment; or null
     */
    public record Terms(Branch branch, VisitReason reason, Customer customer, Instant startsAt, Way way, Channel channel, String telephone, String email, String clientKey) {
    }

    /** @param code he is recognised by at the door @param by user name, or that of Moked itself */
    public Appointment(Terms terms, String code, String by, Instant now) {
        this(terms.branch(), terms.reason(), terms.customer(), terms.startsAt(), code, terms.channel(), by, now);
        way = terms.way();
        telephone = terms.telephone();
        email = terms.email();
        clientKey = terms.clientKey();
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

    public void move(Instant to, Instant now) {
        expectBooked();
        startsAt = to;
        remindedAt = null;
        moves++;
        movedAt = now;
    }

    /** @throws StaleVersionException when somebody changed it since @param seen null: it was not looked at before */
    public void expect(Integer seen) {
        if (seen != null && seen != version) {
            throw new StaleVersionException();
        }
    }

    /** He is told in that conversation. */
    public void toldIn(long interaction) {
        interactionId = interaction;
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

    /** Channel of the conversation it was booked in; empty when there was none. */
    public Optional<Channel> bookedOn() {
        return Optional.ofNullable(bookedOn);
    }

    public Way way() {
        return way;
    }

    public Optional<String> telephone() {
        return Optional.ofNullable(telephone);
    }

    public Optional<String> email() {
        return Optional.ofNullable(email);
    }

    /** How often it was moved. */
    public int moves() {
        return moves;
    }

    public Optional<Instant> movedAt() {
        return Optional.ofNullable(movedAt);
    }

    public Optional<Long> interactionId() {
        return Optional.ofNullable(interactionId);
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
