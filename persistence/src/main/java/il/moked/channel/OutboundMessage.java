// SPDX-License-Identifier: Apache-2.0
package il.moked.channel;

import jakarta.persistence.*;
import java.time.Duration;
import java.time.Instant;

/**
 * One message on its way out. PENDING → SENDING (under a lease) → ACCEPTED, FAILED or UNKNOWN. It is tried again only
 * when it is certain that nothing was sent; when nobody can know (the line broke after the text was handed over, or
 * the node died while sending) it becomes UNKNOWN and waits for a person: a customer must not get it twice.
 */
@Entity
@Table(name = "outbound_message")
public class OutboundMessage {
    public enum State { PENDING, SENDING, ACCEPTED, FAILED, UNKNOWN }

    /** Long enough to hand a large mail to a slow server; a sender that died keeps its message as long. */
    public static final Duration LEASE = Duration.ofMinutes(5);
    private static final int MOST_ATTEMPTS = 10;
    private static final Duration OUTAGE_PAUSE = Duration.ofSeconds(15);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(30);

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "outbound_message_seq")
    @SequenceGenerator(name = "outbound_message_seq", sequenceName = "outbound_message_seq")
    private Long id;
    @Column(name = "message_id")
    private long messageId;
    @Column(name = "interaction_id")
    private long interactionId;
    @Column(name = "account_id")
    private long accountId;
    @Enumerated(EnumType.STRING)
    private Channel channel;
    private String recipient;
    @Enumerated(EnumType.STRING)
    private State state = State.PENDING;
    private int attempts;
    @Column(name = "next_attempt_at")
    private Instant nextAttemptAt;
    @Column(name = "lease_until")
    private Instant leaseUntil;
    private String failure;
    @Column(name = "created_at")
    private Instant createdAt;
    @Column(name = "settled_at")
    private Instant settledAt;
    private boolean automatic;
    /** Counts how often a person decided to send it again. */
    private int sending;
    /** Sent instead of the text that is kept, and forgotten with the sending; empty when there was one. */
    private String secret;
    @Version
    private int version;

    protected OutboundMessage() {
    }

    public OutboundMessage(long messageId, long interactionId, ChannelAccount account, String recipient, boolean automatic, Instant now) {
        this.messageId = messageId;
        this.interactionId = interactionId;
        this.accountId = account.id();
        this.channel = account.channel();
        this.recipient = recipient;
        this.automatic = automatic;
        this.createdAt = now;
        this.nextAttemptAt = now;
    }

    /** What the customer gets instead of the text that everybody reads; kept only until it was sent. */
    public OutboundMessage secretly(String text) {
        secret = text;
        return this;
    }

    /** @return false when somebody else is sending it or it is settled */
    public boolean begin(Instant now) {
        if (state != State.PENDING || now.isBefore(nextAttemptAt)) {
            return false;
        }
        state = State.SENDING;
        attempts++;
        leaseUntil = now.plus(LEASE);
        return true;
    }

    public void accepted(Instant now) {
        settle(State.ACCEPTED, null, now);
    }

    /** Nothing was sent, for sure; try again later, unless it was tried often enough. */
    public void notSent(String why, Instant now) {
        if (attempts >= MOST_ATTEMPTS) {
            settle(State.FAILED, why, now);
            return;
        }
        state = State.PENDING;
        failure = shortened(why);
        leaseUntil = null;
        Duration pause = Duration.ofSeconds(2).multipliedBy(1L << Math.min(attempts, 10));
        nextAttemptAt = now.plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
    }

    /** Nothing was sent because the provider is away; that costs no attempt. */
    public void postponed(String why, Instant now) {
        state = State.PENDING;
        attempts--;
        failure = shortened(why);
        leaseUntil = null;
        nextAttemptAt = now.plus(OUTAGE_PAUSE);
    }

    /** The other side refused it for good, or it bounced later. */
    public void refused(String why, Instant now) {
        settle(State.FAILED, why, now);
    }

    public void unknown(String why, Instant now) {
        settle(State.UNKNOWN, why, now);
    }

    /** A person looked and decided to send it (again). */
    public void sendAgain(Instant now) {
        if (state != State.UNKNOWN && state != State.FAILED) {
            throw new il.moked.shared.BusinessException("channel.not-failed");
        }
        if (secret != null) {
            throw new il.moked.shared.BusinessException("channel.secret-forgotten");
        }
        state = State.PENDING;
        attempts = 0;
        sending++;
        failure = null;
        settledAt = null;
        nextAttemptAt = now;
    }

    public boolean leaseLostAt(Instant now) {
        return state == State.SENDING && leaseUntil != null && now.isAfter(leaseUntil);
    }

    private void settle(State outcome, String why, Instant now) {
        state = outcome;
        failure = shortened(why);
        leaseUntil = null;
        settledAt = now;
        secret = secret == null ? null : "";
    }

    private static String shortened(String why) {
        return why == null ? null : why.substring(0, Math.min(why.length(), 2000));
    }

    public Long id() {
        return id;
    }

    public long messageId() {
        return messageId;
    }

    public long interactionId() {
        return interactionId;
    }

    public long accountId() {
        return accountId;
    }

    public Channel channel() {
        return channel;
    }

    public String recipient() {
        return recipient;
    }

    public State state() {
        return state;
    }

    public int attempts() {
        return attempts;
    }

    /** Which sending this is, from 0: what providers say of an earlier one says nothing of this. */
    public int sending() {
        return sending;
    }

    /** What is sent instead of the text that is kept. */
    public java.util.Optional<String> secret() {
        return java.util.Optional.ofNullable(secret);
    }

    public String failureText() {
        return failure;
    }

    public boolean automatic() {
        return automatic;
    }
}
