// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction;

import jakarta.persistence.*;
import java.time.Duration;
import java.time.Instant;

/**
 * A customer in the organisation's own app on one device. The organisation's back office opened it after he had signed in
 * there; he proves himself by a secret of 256 random bits of which only the SHA-256 is stored.
 */
@Entity
@Table(name = "app_session")
public class AppSession {
    private static final Duration SEEN_PRECISION = Duration.ofMinutes(1);

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "app_session_seq")
    @SequenceGenerator(name = "app_session_seq", sequenceName = "app_session_seq")
    private Long id;
    @Column(name = "secret_hash")
    private String secretHash;
    @Column(name = "account_id")
    private long accountId;
    @Column(name = "customer_id")
    private long customerId;
    private String address;
    private String device;
    private String language;
    @Column(name = "opened_at")
    private Instant openedAt;
    @Column(name = "last_seen_at")
    private Instant lastSeenAt;
    @Column(name = "expires_at")
    private Instant expiresAt;
    @Column(name = "revoked_at")
    private Instant revokedAt;

    protected AppSession() {
    }

    /** @param device in the customer's words, or null */
    public AppSession(String secretHash, long accountId, long customerId, String device, String language, Instant now, Instant expiresAt) {
        this.secretHash = secretHash;
        this.accountId = accountId;
        this.customerId = customerId;
        this.address = addressOf(customerId);
        this.device = device;
        this.language = language;
        this.openedAt = now;
        this.lastSeenAt = now;
        this.expiresAt = expiresAt;
    }

    /** What the customer is called in the app: the same on all his devices. */
    public static String addressOf(long customerId) {
        return "customer-" + customerId;
    }

    public boolean valid(Instant now) {
        return revokedAt == null && expiresAt.isAfter(now);
    }

    public void revoke(Instant now) {
        if (revokedAt == null) {
            revokedAt = now;
        }
    }

    /** Kept to a minute, so that the many looks of an open app do not each write a row. */
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

    public long customerId() {
        return customerId;
    }

    public String address() {
        return address;
    }

    public String language() {
        return language;
    }

    public Instant expiresAt() {
        return expiresAt;
    }
}
