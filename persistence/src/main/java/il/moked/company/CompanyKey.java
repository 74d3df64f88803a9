// SPDX-License-Identifier: Apache-2.0
package il.moked.company;

import jakarta.persistence.*;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** What a program of a company proves itself with: it may do what the person may whose key it is. The key itself is shown once and not kept. */
@Entity
@Table(name = "company_key")
public class CompanyKey {
    public static final int LONGEST_NAME = 60;
    private static final int ENDING = 4;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "company_key_seq")
    @SequenceGenerator(name = "company_key_seq", sequenceName = "company_key_seq")
    private Long id;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "user_id", updatable = false)
    private CompanyUser user;
    @Column(updatable = false)
    private String name;
    @Column(updatable = false)
    private String hash;
    @Column(updatable = false)
    private String ending;
    @Column(name = "created_at", updatable = false)
    private Instant createdAt;
    @Column(name = "used_on")
    private LocalDate usedOn;
    @Column(name = "revoked_at")
    private Instant revokedAt;

    protected CompanyKey() {
    }

    /** @param secret is not kept, but for its ending @param hash of it */
    public CompanyKey(CompanyUser user, String name, String secret, String hash, Instant now) {
        this.user = user;
        this.name = name;
        this.hash = hash;
        this.ending = secret.substring(secret.length() - ENDING);
        this.createdAt = now;
    }

    public void revoked(Instant now) {
        revokedAt = revokedAt == null ? now : revokedAt;
    }

    /** A day is exact enough, and is not written again with each request. */
    public void used(LocalDate day) {
        if (!day.equals(usedOn)) {
            usedOn = day;
        }
    }

    public boolean good() {
        return revokedAt == null && user.active();
    }

    public Long id() {
        return id;
    }

    public CompanyUser user() {
        return user;
    }

    public String name() {
        return name;
    }

    public String ending() {
        return ending;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Optional<LocalDate> usedOn() {
        return Optional.ofNullable(usedOn);
    }

    public Optional<Instant> revokedAt() {
        return Optional.ofNullable(revokedAt);
    }
}
