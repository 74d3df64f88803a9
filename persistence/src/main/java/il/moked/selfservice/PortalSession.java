// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice;

import jakarta.persistence.*;
import java.time.Duration;
import java.time.Instant;

/**
 * Somebody is signed in at the portal: a customer, or a person of a company. He proves it by a secret of 256 random bits in a cookie
 * no script reads; only its hash is kept. It ends when nothing was done for a while, after half a day at the latest, or when he says so.
 */
@Entity
@Table(name = "portal_session")
public class PortalSession {
    public enum Kind { CUSTOMER, COMPANY }

    /** How he proved who he is. */
    public enum Way { CODE, PASSWORD }

    public static final Duration IDLE = Duration.ofMinutes(20);
    public static final Duration LONGEST = Duration.ofHours(12);
    /** Kept to half a minute, so that not every request writes a row. */
    private static final Duration SEEN_PRECISION = Duration.ofSeconds(30);
    private static final int LONGEST_DEVICE = 120;
    private static final int LONGEST_VISITOR = 80;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "portal_session_seq")
    @SequenceGenerator(name = "portal_session_seq", sequenceName = "portal_session_seq")
    private Long id;
    @Column(name = "token_hash")
    private String tokenHash;
    @Enumerated(EnumType.STRING)
    private Kind kind;
    @Column(name = "customer_id")
    private Long customerId;
    @Column(name = "company_user_id")
    private Long companyUserId;
    @Enumerated(EnumType.STRING)
    private Way way;
    private String device;
    private String visitor;
    @Column(name = "created_at")
    private Instant createdAt;
    @Column(name = "seen_at")
    private Instant seenAt;
    @Column(name = "expires_at")
    private Instant expiresAt;
    @Column(name = "ended_at")
    private Instant endedAt;
    @Version
    private int version;

    protected PortalSession() {
    }

    /** @param id of the customer, or of the person of a company @param device how his browser calls itself @param visitor from where */
    public PortalSession(Secret token, Kind kind, long id, Way way, String device, String visitor, Instant now) {
        this.tokenHash = token.hash();
        this.kind = kind;
        this.customerId = kind == Kind.CUSTOMER ? id : null;
        this.companyUserId = kind == Kind.COMPANY ? id : null;
        this.way = way;
        this.device = cut(device, LONGEST_DEVICE);
        this.visitor = cut(visitor, LONGEST_VISITOR);
        this.createdAt = now;
        this.seenAt = now;
        this.expiresAt = now.plus(LONGEST);
    }

    private static String cut(String text, int longest) {
        String given = text == null ? "" : text;
        return given.length() > longest ? given.substring(0, longest) : given;
    }

    public boolean valid(Instant now) {
        return endedAt == null && now.isBefore(expiresAt) && now.isBefore(seenAt.plus(IDLE));
    }

    /** @return whether that is worth writing down */
    public boolean unseenFor(Instant now) {
        return seenAt.plus(SEEN_PRECISION).isBefore(now);
    }

    public void end(Instant now) {
        if (endedAt == null) {
            endedAt = now;
        }
    }

    public Long id() {
        return id;
    }

    public Kind kind() {
        return kind;
    }

    public Long customerId() {
        return customerId;
    }

    public Long companyUserId() {
        return companyUserId;
    }

    public Way way() {
        return way;
    }

    public String device() {
        return device;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant seenAt() {
        return seenAt;
    }
}
