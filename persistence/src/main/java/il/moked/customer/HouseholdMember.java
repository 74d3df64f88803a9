// SPDX-License-Identifier: Apache-2.0
package il.moked.customer;

import jakarta.persistence.*;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A person in a household, from when until when. */
@Entity
@Table(name = "household_member")
public class HouseholdMember {
    /** What he is there. */
    public enum Part { ADULT, PARTNER, PARENT, CHILD, OTHER }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "household_member_seq")
    @SequenceGenerator(name = "household_member_seq", sequenceName = "household_member_seq")
    private Long id;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "household_id")
    private Household household;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "customer_id")
    private Customer person;
    @Enumerated(EnumType.STRING)
    private Part part;
    @Column(name = "joined_at")
    private Instant joinedAt;
    @Column(name = "left_at")
    private Instant leftAt;

    protected HouseholdMember() {
    }

    HouseholdMember(Household household, Customer person, Part part, Instant now) {
        this.household = household;
        this.person = person;
        this.part = part;
        this.joinedAt = now;
    }

    /** Without those who are there a second time, as two who lived there were merged into one. */
    public static Stream<HouseholdMember> once(Stream<HouseholdMember> members) {
        Set<Long> seen = new HashSet<>();
        return members.filter(member -> seen.add(member.person().id()));
    }

    void leave(Instant now) {
        leftAt = now;
    }

    public Household household() {
        return household;
    }

    public Customer person() {
        return person.current();
    }

    public Part part() {
        return part;
    }

    public Optional<Instant> leftAt() {
        return Optional.ofNullable(leftAt);
    }
}
