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
    /** Somebody who has typed a key is writing for so long. */
    public static final Duration WRITING = Duration.ofSeconds(6);
    private static final Duration SEEN_PRECISION = Duration.ofSeconds(30);

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "chat_session_seq")
    @SequenceGenerator(name = "chat_session_seq", sequenceName = "chat_session_seq")
    private Long id;
    /** Changed by one statement alone, as are all that several windows change at once: a window that is merely seen writes none of it back. */
    @Column(name = "secret_hash", updatable = false)
    private String secretHash;
    @Column(name = "left_hash", insertable = false, updatable = false)
    private String leftHash;
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
    /** Signed in at the portal when he opened the chat. */
    @Column(name = "customer_id")
    private Long customerId;
    private String language;
    @Column(name = "started_at")
    private Instant startedAt;
    @Column(name = "last_seen_at")
    private Instant lastSeenAt;
    @Column(name = "typed_at", insertable = false, updatable = false)
    private Instant typedAt;
    @Column(name = "got_position", insertable = false, updatable = false)
    private int gotPosition;
    @Column(name = "read_position", insertable = false, updatable = false)
    private int readPosition;

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

    /** It is known who he is. */
    public void signedIn(long customer) {
        customerId = customer;
    }

    public Optional<Long> customerId() {
        return Optional.ofNullable(customerId);
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

    public boolean writing(Instant now) {
        return typedAt != null && typedAt.plus(WRITING).isAfter(now);
    }

    /** Whether a window that has, and has shown, our messages up to there says anything new. */
    public boolean newlyGot(int delivered, int read) {
        return Math.max(delivered, read) > gotPosition || read > readPosition;
    }

    public int gotPosition() {
        return gotPosition;
    }

    public int readPosition() {
        return readPosition;
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
