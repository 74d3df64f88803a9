// SPDX-License-Identifier: Apache-2.0
package il.moked.company;

import il.moked.access.StaffUser;
import il.moked.shared.BusinessException;
import il.moked.shared.EmailAddress;
import il.moked.shared.PhoneNumber;
import il.moked.shared.ShownText;
import il.moked.shared.StaleVersionException;
import jakarta.persistence.*;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Somebody of a company who follows its calls. He is invited by mail and chooses a password himself; after
 * {@link StaffUser#ALLOWED_FAILURES} wrong ones in a row he is locked out for a while. He is not deleted, he is no longer let in.
 */
@Entity
@Table(name = "company_user")
public class CompanyUser {
    /** So long the link of an invitation is good. */
    public static final Duration INVITATION = Duration.ofDays(3);
    public static final int LONGEST_NAME = 120;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "company_user_seq")
    @SequenceGenerator(name = "company_user_seq", sequenceName = "company_user_seq")
    private Long id;
    @Column(name = "customer_id", updatable = false)
    private long customerId;
    private String name;
    private String email;
    private String phone;
    private String language;
    @Column(name = "password_hash")
    private String passwordHash;
    private boolean active = true;
    @Column(name = "invitation_hash")
    private String invitationHash;
    @Column(name = "invited_until")
    private Instant invitedUntil;
    @Column(name = "joined_at")
    private Instant joinedAt;
    @Column(name = "failed_sign_ins")
    private int failedSignIns;
    @Column(name = "locked_until")
    private Instant lockedUntil;
    @Column(name = "created_by", updatable = false)
    private String createdBy;
    @Column(name = "created_at", updatable = false)
    private Instant createdAt;
    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "company_grant", joinColumns = @JoinColumn(name = "user_id"))
    private Set<CompanyGrant> grants = new HashSet<>();
    @Version
    private int version;

    protected CompanyUser() {
    }

    /** Who he is. @param phone or null @param language {@code he} or {@code en} */
    public record Person(String name, String email, String phone, String language) {
        /** @throws BusinessException {@code shared.field-missing}, {@code shared.field-too-long}, {@code shared.field-malformed} with the field */
        public Person {
            if (name == null || name.isBlank()) {
                throw new BusinessException("shared.field-missing", "name");
            }
            if (name.strip().length() > LONGEST_NAME) {
                throw new BusinessException("shared.field-too-long", "name", LONGEST_NAME);
            }
            name = ShownText.line(name.strip(), LONGEST_NAME);
            if (email == null || email.isBlank()) {
                throw new BusinessException("shared.field-missing", "email");
            }
            email = address(email);
            phone = phone == null || phone.isBlank() ? null : PhoneNumber.parse(phone).map(PhoneNumber::value).orElseThrow(() -> new BusinessException("shared.field-malformed", "phone"));
            language = "en".equals(language) ? "en" : "he";
        }

        private static String address(String given) {
            return EmailAddress.parse(given.strip()).map(EmailAddress::value).map(value -> value.toLowerCase(Locale.ROOT)).orElseThrow(() -> new BusinessException("shared.field-malformed", "email"));
        }
    }

    /** @param by who makes him known, for the record */
    public CompanyUser(long customerId, Person person, Set<CompanyGrant> grants, String by, Instant now) {
        this.customerId = customerId;
        this.email = person.email();
        this.createdBy = by;
        this.createdAt = now;
        is(person);
        may(grants);
    }

    /** The address he signs in by stays. */
    public void is(Person person) {
        name = person.name();
        phone = person.phone();
        language = person.language();
    }

    /** @throws BusinessException {@code company.no-grant}: he could do nothing */
    public void may(Set<CompanyGrant> granted) {
        if (granted.isEmpty()) {
            throw new BusinessException("company.no-grant", "may");
        }
        grants.retainAll(granted);
        grants.addAll(granted);
    }

    /** A new link; the one before is good no more. @param hash of what is in the link */
    public void invited(String hash, Instant now) {
        invitationHash = hash;
        invitedUntil = now.plus(INVITATION);
    }

    public boolean invitationHolds(Instant now) {
        return active && invitationHash != null && invitedUntil.isAfter(now);
    }

    /** He followed the link and chose a password; the link is used up. */
    public void joined(String hash, Instant now) {
        passwordHash = hash;
        invitationHash = null;
        invitedUntil = null;
        joinedAt = joinedAt == null ? now : joinedAt;
        signedIn();
    }

    public boolean lockedAt(Instant now) {
        return lockedUntil != null && now.isBefore(lockedUntil);
    }

    public void signInFailed(Instant now) {
        failedSignIns++;
        if (failedSignIns >= StaffUser.ALLOWED_FAILURES) {
            lockedUntil = now.plus(StaffUser.LOCK_OUT);
            failedSignIns = 0;
        }
    }

    public void signedIn() {
        failedSignIns = 0;
        lockedUntil = null;
    }

    /** Whoever is not let in any more loses his link too. */
    public void letIn(boolean still) {
        active = still;
        if (!still) {
            invitationHash = null;
            invitedUntil = null;
        }
    }

    /** Where he may do that: who administers the whole company may do everything in it. */
    public Reach reach(Permission permission) {
        boolean whole = grants.contains(CompanyGrant.everywhere(permission)) || administrator();
        return new Reach(whole, grants.stream().filter(grant -> grant.may() == permission && !grant.whole()).map(CompanyGrant::siteId).collect(Collectors.toSet()));
    }

    /** Keeps the sites and the people of the company. */
    public boolean administrator() {
        return grants.contains(CompanyGrant.everywhere(Permission.ADMINISTER));
    }

    /** @throws StaleVersionException when somebody changed him since */
    public void expect(int seen) {
        if (seen != version) {
            throw new StaleVersionException();
        }
    }

    public Long id() {
        return id;
    }

    public long customerId() {
        return customerId;
    }

    public String name() {
        return name;
    }

    public String email() {
        return email;
    }

    public Optional<String> phone() {
        return Optional.ofNullable(phone);
    }

    public String language() {
        return language;
    }

    public Optional<String> passwordHash() {
        return Optional.ofNullable(passwordHash);
    }

    public boolean active() {
        return active;
    }

    public Optional<Instant> joinedAt() {
        return Optional.ofNullable(joinedAt);
    }

    public Set<CompanyGrant> grants() {
        return Set.copyOf(grants);
    }

    public int version() {
        return version;
    }
}
