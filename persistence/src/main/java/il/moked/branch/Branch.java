// SPDX-License-Identifier: Apache-2.0
package il.moked.branch;

import il.moked.customer.Segment;
import il.moked.dispatch.GeoPoint;
import il.moked.dispatch.Locality;
import il.moked.shared.BusinessException;
import il.moked.shared.Given;
import il.moked.shared.Names;
import il.moked.shared.PhoneNumber;
import il.moked.shared.StaleVersionException;
import jakarta.persistence.*;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A place customers come to. It is for customers of some types, not for some needs: every branch informs, sells and supports.
 * Its people are one team, its line is one queue and its door one account on the channel BRANCH, all of its own; so segment,
 * target, skills and measures of a visit are those of the one router.
 */
@Entity
@Table(name = "branch")
public class Branch {
    public static final int LONGEST_ADDRESS = 200;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "branch_seq")
    @SequenceGenerator(name = "branch_seq", sequenceName = "branch_seq")
    private Long id;
    private String code;
    @Embedded
    private Names names;
    private String address;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "locality")
    private Locality town;
    @Embedded
    private GeoPoint location;
    private String phone;
    @Column(name = "calendar_code")
    private String calendarCode;
    @Column(name = "team_id")
    private long teamId;
    @Column(name = "queue_id")
    private long queueId;
    @Column(name = "account_id")
    private long accountId;
    @Column(name = "serves_texts")
    private boolean servesTexts;
    private boolean active = true;
    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "branch_segment", joinColumns = @JoinColumn(name = "branch_id"))
    @Column(name = "segment")
    @Enumerated(EnumType.STRING)
    private Set<Segment> segments = new HashSet<>();
    @Version
    private int version;

    protected Branch() {
    }

    /**
     * What is known of a branch.
     *
     * @param town in which it lies @param location null: the middle of the town @param phone or null @param calendar code, null for the organisation's
     * @param segments whom it is for @param servesTexts whether its clerks are offered written contacts in slack time
     */
    public record Facts(String hebrewName, String englishName, String address, Locality town, GeoPoint location, String phone, String calendar, Set<Segment> segments, boolean servesTexts) {
        /** @throws BusinessException with the field that is wrong */
        public Facts {
            Names names = Given.names(hebrewName, englishName);
            hebrewName = names.hebrew();
            englishName = names.english();
            address = Given.line("address", address, LONGEST_ADDRESS);
            if (town == null) {
                throw new BusinessException("shared.field-missing", "town");
            }
            location = location == null ? town.middle() : location;
            phone = phone == null || phone.isBlank() ? null : PhoneNumber.parse(phone).map(PhoneNumber::value).orElseThrow(() -> new BusinessException("shared.field-malformed", "phone"));
            calendar = calendar == null || calendar.isBlank() ? null : Given.code("calendar", calendar);
            if (segments == null || segments.isEmpty()) {
                throw new BusinessException("shared.field-missing", "segments");
            }
            segments = Set.copyOf(segments);
        }
    }

    /** @param teamId, @param queueId and @param accountId of its own */
    public Branch(String code, Facts facts, long teamId, long queueId, long accountId) {
        this.code = Given.code("code", code);
        this.teamId = teamId;
        this.queueId = queueId;
        this.accountId = accountId;
        become(facts);
    }

    public void become(Facts facts) {
        names = new Names(facts.hebrewName(), facts.englishName());
        address = facts.address();
        town = facts.town();
        location = facts.location();
        phone = facts.phone();
        calendarCode = facts.calendar();
        servesTexts = facts.servesTexts();
        segments.retainAll(facts.segments());
        segments.addAll(facts.segments());
    }

    /** Closed for good, or open again; what waits is served. */
    public void open(boolean inUse) {
        active = inUse;
    }

    /** @throws StaleVersionException when somebody changed it since */
    public void expect(int seen) {
        if (seen != version) {
            throw new StaleVersionException();
        }
    }

    public boolean isFor(Segment segment) {
        return segments.contains(segment);
    }

    public Long id() {
        return id;
    }

    public String code() {
        return code;
    }

    public String name(String language) {
        return names.in(language);
    }

    public String address() {
        return address;
    }

    public Locality town() {
        return town;
    }

    public GeoPoint location() {
        return location;
    }

    public Optional<String> phone() {
        return Optional.ofNullable(phone);
    }

    /** Empty: the organisation's. */
    public Optional<String> calendar() {
        return Optional.ofNullable(calendarCode);
    }

    public long teamId() {
        return teamId;
    }

    public long queueId() {
        return queueId;
    }

    public long accountId() {
        return accountId;
    }

    public boolean servesTexts() {
        return servesTexts;
    }

    public boolean active() {
        return active;
    }

    public Set<Segment> segments() {
        return segments.isEmpty() ? Set.of() : EnumSet.copyOf(segments);
    }

    public int version() {
        return version;
    }
}
