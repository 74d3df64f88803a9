// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction;

import jakarta.persistence.*;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A visitor in the chat of the site. He proves himself by a secret of 256 random bits; only its SHA-256 is stored. */
@Entity
@Table(name = "chat_session")
public class ChatSession {
    private static final Duration SEEN_PRECISION = Duration.ofSeconds(30);

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "chat_session_seq")
    @SequenceGenerator(name = "chat_session_seq", sequenceName = "chat_session_seq")
    private Long id;
    @Column(name = "secret_hash")
    private String secretHash;
    @Column(name = "account_id")
    private long accountId;
    @Column(name = "visitor_name")
    private String visitorName;
    @Column(name = "visitor_email")
    private String visitorEmail;
    @Column(name = "visitor_phone")
    private String visitorPhone;
    @Column(name = "interaction_id")
    private Long interactionId;
    private String language;
    @Column(name = "started_at")
    private Instant startedAt;
    @Column(name = "last_seen_at")
    private Instant lastSeenAt;

    protected ChatSession() {
    }

    public ChatSession(String secretHash, long accountId, String visitorName, String visitorEmail, String visitorPhone, String language, Instant now) {
        this.secretHash = secretHash;
        this.accountId = accountId;
        this.visitorName = visitorName;
        this.visitorEmail = visitorEmail;
        this.visitorPhone = visitorPhone;
        this.language = language;
        this.startedAt = now;
        this.lastSeenAt = now;
    }

    public void became(long interaction) {
        interactionId = interaction;
    }

    /** Kept to half a minute, so that the many re-reads of an open chat do not each write a row. */
    public void seen(Instant now) {
        if (lastSeenAt.plus(SEEN_PRECISION).isBefore(now)) {
            lastSeenAt = now;
        }
    }

    public Long id() {
        return id;
    }

    public long accountId() {
        return accountId;
    }

    public Optional<String> visitorName() {
        return Optional.ofNullable(visitorName);
    }

    public Optional<String> visitorEmail() {
        return Optional.ofNullable(visitorEmail);
    }

    public Optional<String> visitorPhone() {
        return Optional.ofNullable(visitorPhone);
    }

    public Optional<Long> interactionId() {
        return Optional.ofNullable(interactionId);
    }

    public String language() {
        return language;
    }
}
