// SPDX-License-Identifier: Apache-2.0
package il.moked.customer;

import il.moked.shared.BusinessException;
import il.moked.shared.NotFoundException;
import jakarta.persistence.*;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** People who live together, each as what he is there. A person may belong to several: children of parents who live apart do. */
@Entity
@Table(name = "household")
public class Household {
    /** More do not live together, and a card could not show them. */
    public static final int MOST_MEMBERS = 30;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "household_seq")
    @SequenceGenerator(name = "household_seq", sequenceName = "household_seq")
    private Long id;
    private String name;
    @Column(name = "created_at")
    private Instant createdAt;
    @OneToMany(mappedBy = "household", cascade = CascadeType.PERSIST)
    @OrderBy("id")
    private List<HouseholdMember> members = new ArrayList<>();
    @Version
    private int version;

    protected Household() {
    }

    /** @param name as people call it, such as the family name */
    public Household(String name, Instant now) {
        this.name = name;
        this.createdAt = now;
    }

    /** @throws BusinessException {@code customer.not-a-person}, {@code customer.household-twice} or {@code customer.household-full} */
    public HouseholdMember admit(Customer person, HouseholdMember.Part part, Instant now) {
        if (person.kind() != Customer.Kind.PERSON) {
            throw new BusinessException("customer.not-a-person");
        }
        if (members().stream().anyMatch(member -> member.person().id().equals(person.id()))) {
            throw new BusinessException("customer.household-twice");
        }
        if (members().size() >= MOST_MEMBERS) {
            throw new BusinessException("customer.household-full", MOST_MEMBERS);
        }
        HouseholdMember member = new HouseholdMember(this, person, part, now);
        members.add(member);
        return member;
    }

    /** @throws NotFoundException {@code customer.unknown-relation} when he does not live there */
    public void leaves(long customerId, Instant now) {
        List<HouseholdMember> his = present().filter(member -> member.person().id() == customerId).toList();
        if (his.isEmpty()) {
            throw new NotFoundException("customer.unknown-relation");
        }
        his.forEach(member -> member.leave(now));
    }

    public Long id() {
        return id;
    }

    public String name() {
        return name;
    }

    /** Who lives there now; each once, also when two of them were merged into one. */
    public List<HouseholdMember> members() {
        return HouseholdMember.once(present()).toList();
    }

    private Stream<HouseholdMember> present() {
        return members.stream().filter(member -> member.leftAt().isEmpty());
    }
}
