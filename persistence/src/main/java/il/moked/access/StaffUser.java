// SPDX-License-Identifier: Apache-2.0
package il.moked.access;

import jakarta.persistence.*;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A person who works with Moked. Signs in with a name and a password; after {@link #ALLOWED_FAILURES} wrong ones in a
 * row he is locked out for {@link #LOCK_OUT}. Is never deleted, only deactivated: history refers to him.
 */
@Entity
@Table(name = "staff_user")
public class StaffUser {
    public static final int ALLOWED_FAILURES = 8;
    public static final Duration LOCK_OUT = Duration.ofMinutes(15);

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "staff_user_seq")
    @SequenceGenerator(name = "staff_user_seq", sequenceName = "staff_user_seq")
    private Long id;
    @Column(name = "user_name")
    private String userName;
    @Column(name = "name_he")
    private String hebrewName;
    @Column(name = "name_en")
    private String englishName;
    @Column(name = "password_hash")
    private String passwordHash;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "team_id")
    private Team team;
    private boolean active = true;
    private String language = "he";
    @Column(name = "failed_sign_ins")
    private int failedSignIns;
    @Column(name = "locked_until")
    private Instant lockedUntil;
    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "staff_role", joinColumns = @JoinColumn(name = "user_id"))
    @Column(name = "role")
    private Set<String> roles = new HashSet<>();
    @Version
    private int version;

    protected StaffUser() {
    }

    public StaffUser(String userName, String hebrewName, String englishName, String passwordHash, Team team, Set<String> roles) {
        this.userName = userName;
        this.hebrewName = hebrewName;
        this.englishName = englishName;
        this.passwordHash = passwordHash;
        this.team = team;
        this.roles.addAll(roles);
    }

    public boolean lockedAt(Instant now) {
        return lockedUntil != null && now.isBefore(lockedUntil);
    }

    public void signInFailed(Instant now) {
        failedSignIns++;
        if (failedSignIns >= ALLOWED_FAILURES) {
            lockedUntil = now.plus(LOCK_OUT);
            failedSignIns = 0;
        }
    }

    public void signedIn() {
        failedSignIns = 0;
        lockedUntil = null;
    }

    public void deactivate() {
        active = false;
    }

    public void activate() {
        active = true;
        signedIn();
    }

    public void choosePassword(String hash) {
        passwordHash = hash;
    }

    public void speak(String chosenLanguage) {
        language = chosenLanguage;
    }

    public void joins(Team other) {
        team = other;
    }

    public Long id() {
        return id;
    }

    public String userName() {
        return userName;
    }

    public String name(String inLanguage) {
        return "he".equals(inLanguage) ? hebrewName : englishName;
    }

    public String passwordHash() {
        return passwordHash;
    }

    public Optional<Team> team() {
        return Optional.ofNullable(team);
    }

    public boolean active() {
        return active;
    }

    public String language() {
        return language;
    }

    public Set<String> roles() {
        return Set.copyOf(roles);
    }

    public boolean has(String role) {
        return roles.contains(role);
    }
}
