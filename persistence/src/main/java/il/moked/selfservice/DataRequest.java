// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice;

import il.moked.shared.BusinessException;
import jakarta.persistence.*;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A customer wants a copy of what is kept of him, or that it is erased. A copy is made in the background and can be fetched for two
 * days; an erasure is a case, which the law wants answered within thirty days, and which he may take back until it is decided.
 */
@Entity
@Table(name = "data_request")
public class DataRequest {
    public enum Kind { COPY, ERASURE }

    public enum State { WAITING, READY, FAILED, OVER, WITHDRAWN }

    /** The Privacy Protection Regulations; the same time the GDPR gives. */
    public static final Duration ANSWERED_WITHIN = Duration.ofDays(30);
    public static final Duration KEPT = Duration.ofDays(2);
    private static final int MOST_ATTEMPTS = 3;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "data_request_seq")
    @SequenceGenerator(name = "data_request_seq", sequenceName = "data_request_seq")
    private Long id;
    @Column(name = "customer_id")
    private long customerId;
    @Enumerated(EnumType.STRING)
    private Kind kind;
    @Enumerated(EnumType.STRING)
    private State state = State.WAITING;
    private String language;
    @Column(name = "requested_at")
    private Instant requestedAt;
    @Column(name = "due_at")
    private Instant dueAt;
    @Column(name = "ended_at")
    private Instant endedAt;
    private int attempts;
    @Column(name = "case_id")
    private Long caseId;
    private byte[] content;
    @Version
    private int version;

    protected DataRequest() {
    }

    public DataRequest(long customerId, Kind kind, String language, Instant now) {
        this.customerId = customerId;
        this.kind = kind;
        this.language = language;
        this.requestedAt = now;
        this.dueAt = now.plus(kind == Kind.COPY ? KEPT : ANSWERED_WITHIN);
    }

    public void ready(byte[] copy, Instant now) {
        content = copy;
        state = State.READY;
        dueAt = now.plus(KEPT);
    }

    /** It could not be made; tried again, but not for ever. */
    public void failed(Instant now) {
        if (++attempts >= MOST_ATTEMPTS) {
            state = State.FAILED;
            endedAt = now;
        }
    }

    public void worked(long asCase) {
        caseId = asCase;
    }

    /** @throws BusinessException {@code selfservice.erasure-over} */
    public void withdraw(Instant now) {
        if (kind != Kind.ERASURE || state != State.WAITING) {
            throw new BusinessException("selfservice.erasure-over");
        }
        state = State.WITHDRAWN;
        endedAt = now;
    }

    /** Of a copy nothing is left. */
    public void over(Instant now) {
        content = null;
        state = State.OVER;
        endedAt = now;
    }

    public boolean open() {
        return state == State.WAITING || state == State.READY;
    }

    public Long id() {
        return id;
    }

    public long customerId() {
        return customerId;
    }

    public Kind kind() {
        return kind;
    }

    public State state() {
        return state;
    }

    public String language() {
        return language;
    }

    public Instant requestedAt() {
        return requestedAt;
    }

    public Instant dueAt() {
        return dueAt;
    }

    public Optional<Long> caseId() {
        return Optional.ofNullable(caseId);
    }

    /** Of a copy that is ready. */
    public Optional<byte[]> content() {
        return Optional.ofNullable(content);
    }
}
