// SPDX-License-Identifier: Apache-2.0
package il.moked.channel;

import jakarta.persistence.*;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One thing that arrived, exactly as it arrived. It is committed before the provider is told that we have it, and is
 * unique by account and the provider's id, so a repeat changes nothing. RECEIVED until a listener has made a
 * conversation message of it (PROCESSED) or has failed for good (DEAD); a dead one waits for an administrator, who
 * sends it again or discards it with a reason.
 */
@Entity
@Table(name = "inbound_message")
public class InboundMessage {
    private static final int LONGEST_ID = 255;

    public enum State { RECEIVED, PROCESSED, DEAD, DISCARDED }

    @Id
    private Long id;
    @Column(name = "account_id", updatable = false)
    private long accountId;
    @Column(name = "external_id", updatable = false)
    private String externalId;
    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Channel channel;
    @Column(updatable = false)
    private int lane;
    @Column(updatable = false)
    private String sender;
    @Column(name = "received_at", updatable = false)
    private Instant receivedAt;
    @Enumerated(EnumType.STRING)
    private State state;
    @Column(name = "sent_to_broker_at")
    private Instant sentToBrokerAt;
    @Column(name = "processed_at")
    private Instant processedAt;
    @Column(name = "interaction_id")
    private Long interactionId;
    private String failure;
    @Column(name = "decided_by")
    private String decidedBy;
    @Column(name = "decision_reason")
    private String decisionReason;
    /** Never written again with the row: it may be large. */
    @Column(updatable = false)
    private byte[] raw;

    protected InboundMessage() {
    }

    /** A provider's id as it is kept; one longer than the column is told apart by its hash. */
    public static String idInColumn(String externalId) {
        return externalId.length() <= LONGEST_ID ? externalId : externalId.substring(0, 180) + ":" + UUID.nameUUIDFromBytes(externalId.getBytes(StandardCharsets.UTF_8));
    }

    public boolean waiting() {
        return state == State.RECEIVED;
    }

    public void processed(Long intoInteraction, Instant now) {
        state = State.PROCESSED;
        interactionId = intoInteraction;
        processedAt = now;
        failure = null;
    }

    public void failed(String why) {
        failure = why == null ? null : why.substring(0, Math.min(why.length(), 2000));
    }

    public void dead() {
        state = State.DEAD;
    }

    public void replay(String administrator, String reason) {
        refuseUnlessDead();
        state = State.RECEIVED;
        sentToBrokerAt = null;
        failure = null;
        decidedBy = administrator;
        decisionReason = reason;
    }

    public void discard(String administrator, String reason, Instant now) {
        refuseUnlessDead();
        state = State.DISCARDED;
        processedAt = now;
        decidedBy = administrator;
        decisionReason = reason;
    }

    private void refuseUnlessDead() {
        if (state != State.DEAD) {
            throw new il.moked.shared.BusinessException("channel.not-dead");
        }
    }

    public Long id() {
        return id;
    }

    public long accountId() {
        return accountId;
    }

    public String externalId() {
        return externalId;
    }

    public Channel channel() {
        return channel;
    }

    public Lane lane() {
        return new Lane(channel, lane);
    }

    public String sender() {
        return sender;
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    public State state() {
        return state;
    }

    /** The conversation it was made part of; empty before. */
    public Optional<Long> interactionId() {
        return Optional.ofNullable(interactionId);
    }

    public Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    public byte[] raw() {
        return raw;
    }
}
