// SPDX-License-Identifier: Apache-2.0
package il.moked.branch;

import il.moked.customer.Customer;
import il.moked.shared.BusinessException;
import jakarta.persistence.*;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody comes to a branch: his number, his reason and where he stands. EXPECTED (took his number at home) → WAITING (at the
 * door) → CALLED (to a counter; called again, he is still that) → SERVING → DONE. Who was called goes back to WAITING, or is a
 * NO_SHOW; who waits may leave (LEFT) or go to a branch that fits better (REDIRECTED). How long he waits and when he is due is
 * kept with the work item of his conversation; what is kept here of it is for whoever looks at the branch alone.
 */
@Entity
@Table(name = "arrival")
public class Arrival {
    public enum State {
        EXPECTED, WAITING, CALLED, SERVING, DONE, LEFT, REDIRECTED, NO_SHOW;

        /** He is there, or is to come. */
        public boolean present() {
            return this == EXPECTED || this == WAITING || this == CALLED || this == SERVING;
        }
    }

    /** Which way he took his number. */
    public enum How { GREETER, KIOSK, HOME, APPOINTMENT }

    public static final Set<State> PRESENT = EnumSet.of(State.EXPECTED, State.WAITING, State.CALLED, State.SERVING);
    public static final int LONGEST_KEY = 64;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "arrival_seq")
    @SequenceGenerator(name = "arrival_seq", sequenceName = "arrival_seq")
    private Long id;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "branch_id")
    private Branch branch;
    @Column(name = "arrived_on")
    private LocalDate day;
    private String number;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "customer_id")
    private Customer customer;
    private String telephone;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "reason_id")
    private VisitReason reason;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "appointment_id")
    private Appointment appointment;
    @Column(name = "interaction_id")
    private Long interactionId;
    @Enumerated(EnumType.STRING)
    private How how;
    @Enumerated(EnumType.STRING)
    private State state;
    @Column(name = "taken_at")
    private Instant takenAt;
    @Column(name = "expected_at")
    private Instant expectedAt;
    @Column(name = "arrived_at")
    private Instant arrivedAt;
    @Column(name = "due_at")
    private Instant dueAt;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "counter_id")
    private Counter counter;
    @Column(name = "called_at")
    private Instant calledAt;
    private int calls;
    @Column(name = "served_at")
    private Instant servedAt;
    @Column(name = "ended_at")
    private Instant endedAt;
    private boolean exceptional;
    @Column(name = "redirected_to")
    private Long redirectedTo;
    @Column(name = "client_key")
    private String clientKey;
    @Version
    private int version;

    protected Arrival() {
    }

    /**
     * Who takes a number.
     *
     * @param telephone where he is told when it is his turn, or null @param appointment or null
     * @param exceptional whether another branch is for customers of his type, and he is served here nevertheless
     * @param clientKey of the device; the same key is the same visit; or null
     */
    public record Ticket(Branch branch, LocalDate day, TicketNumber number, Customer customer, String telephone, VisitReason reason, Appointment appointment, How how, boolean exceptional, String clientKey) {
    }

    private Arrival(Ticket ticket, State state, Instant takenAt) {
        branch = ticket.branch();
        day = ticket.day();
        number = ticket.number() == null ? null : ticket.number().text();
        customer = ticket.customer();
        telephone = ticket.telephone();
        reason = ticket.reason();
        appointment = ticket.appointment();
        how = ticket.how();
        exceptional = ticket.exceptional();
        clientKey = ticket.clientKey();
        this.state = state;
        this.takenAt = takenAt;
    }

    /** He stands at the door. {@link #admitted} follows. */
    public static Arrival atTheDoor(Ticket ticket, Instant at) {
        Arrival arrival = new Arrival(ticket, State.WAITING, at);
        arrival.arrivedAt = at;
        return arrival;
    }

    /** He took his number at home. @param expectedAt when he says that he will be there */
    public static Arrival fromHome(Ticket ticket, Instant at, Instant expectedAt) {
        Arrival arrival = new Arrival(ticket, State.EXPECTED, at);
        arrival.expectedAt = expectedAt;
        return arrival;
    }

    /** He was shown a branch that fits better, and went there before he took a number. */
    public static Arrival sentOn(Ticket ticket, Branch to, Instant at) {
        Arrival arrival = new Arrival(ticket, State.REDIRECTED, at);
        arrival.arrivedAt = at;
        arrival.endedAt = at;
        arrival.redirectedTo = to.id();
        return arrival;
    }

    /** Who took his number at home is at the door. */
    public void comes(Instant at) {
        expect(State.EXPECTED);
        state = State.WAITING;
        arrivedAt = at;
    }

    /** He waits in the line from now on. @param due his place in it */
    public void admitted(long interaction, Instant due) {
        interactionId = interaction;
        dueAt = due;
    }

    /** A device that was cut off gave him another number before it knew this one: that is in his hand, so that is called. */
    public void renumber(TicketNumber given) {
        if (state == State.WAITING) {
            number = given.text();
        }
    }

    public void callTo(Counter at, Instant now) {
        expect(State.WAITING);
        state = State.CALLED;
        counter = at;
        calledAt = now;
        calls++;
    }

    public void callAgain(Instant now) {
        expect(State.CALLED);
        calledAt = now;
        calls++;
    }

    public void begin(Instant now) {
        expect(State.CALLED);
        state = State.SERVING;
        servedAt = now;
    }

    /** Somebody took him without calling his number. @param at null when he sits at no counter */
    public void takenAt(Counter at, Instant now) {
        if (state == State.WAITING || state == State.CALLED) {
            servedAt = now;
            state = State.SERVING;
        }
        expect(State.SERVING);
        counter = at;
    }

    /** He waits again, with the place he had. */
    public void back() {
        if (state != State.CALLED) {
            expect(State.SERVING);
        }
        state = State.WAITING;
        counter = null;
        servedAt = null;
    }

    /** He did not come when he was called, and is there after all: he waits again, with the place he had. */
    public void comesAgain() {
        expect(State.NO_SHOW);
        state = State.WAITING;
        counter = null;
        calls = 0;
        endedAt = null;
    }

    public void done(Instant now) {
        expect(State.SERVING);
        end(State.DONE, now);
    }

    /** He was called, and did not come; or did not come to the branch at all. */
    public void notShown(Instant now) {
        if (state != State.EXPECTED) {
            expect(State.CALLED);
        }
        end(State.NO_SHOW, now);
    }

    public void leave(Instant now) {
        if (state != State.EXPECTED && state != State.CALLED) {
            expect(State.WAITING);
        }
        end(State.LEFT, now);
    }

    public void redirectTo(Branch other, Instant now) {
        if (state != State.EXPECTED) {
            expect(State.WAITING);
        }
        redirectedTo = other.id();
        end(State.REDIRECTED, now);
    }

    private void end(State as, Instant now) {
        state = as;
        endedAt = now;
    }

    /** @throws BusinessException {@code branch.changed} with the number: somebody else was faster */
    private void expect(State expected) {
        if (state != expected) {
            throw new BusinessException("branch.changed", number);
        }
    }

    public Long id() {
        return id;
    }

    public Branch branch() {
        return branch;
    }

    public LocalDate day() {
        return day;
    }

    /** Empty: he took none. */
    public Optional<String> number() {
        return Optional.ofNullable(number);
    }

    public Optional<Customer> customer() {
        return Optional.ofNullable(customer);
    }

    public Optional<String> telephone() {
        return Optional.ofNullable(telephone);
    }

    public VisitReason reason() {
        return reason;
    }

    public Optional<Appointment> appointment() {
        return Optional.ofNullable(appointment);
    }

    /** Empty until he is at the door. */
    public Optional<Long> interactionId() {
        return Optional.ofNullable(interactionId);
    }

    public How how() {
        return how;
    }

    public State state() {
        return state;
    }

    public Instant takenAt() {
        return takenAt;
    }

    public Optional<Instant> expectedAt() {
        return Optional.ofNullable(expectedAt);
    }

    /** At the door. */
    public Optional<Instant> arrivedAt() {
        return Optional.ofNullable(arrivedAt);
    }

    public Optional<Instant> dueAt() {
        return Optional.ofNullable(dueAt);
    }

    public Optional<Counter> counter() {
        return Optional.ofNullable(counter);
    }

    public Optional<Instant> calledAt() {
        return Optional.ofNullable(calledAt);
    }

    /** How often his number was called. */
    public int calls() {
        return calls;
    }

    public Optional<Instant> servedAt() {
        return Optional.ofNullable(servedAt);
    }

    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    /** Served although another branch is for customers of his type. */
    public boolean exceptional() {
        return exceptional;
    }

    public Optional<Long> redirectedTo() {
        return Optional.ofNullable(redirectedTo);
    }

    public int version() {
        return version;
    }
}
