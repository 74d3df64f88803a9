// SPDX-License-Identifier: Apache-2.0
package il.moked.branch;

import il.moked.access.StaffUser;
import il.moked.shared.BusinessException;
import il.moked.shared.Given;
import il.moked.shared.StaleVersionException;
import jakarta.persistence.*;
import java.time.Instant;
import java.util.Optional;

/** A counter of a branch, and who sits there now. A clerk sits at one counter. */
@Entity
@Table(name = "branch_counter")
public class Counter {
    public static final int HIGHEST = 999;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "branch_counter_seq")
    @SequenceGenerator(name = "branch_counter_seq", sequenceName = "branch_counter_seq")
    private Long id;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "branch_id")
    private Branch branch;
    private int number;
    @Column(name = "counter_group")
    private String group;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "clerk_id")
    private StaffUser clerk;
    private Instant since;
    private boolean active = true;
    @Version
    private int version;

    protected Counter() {
    }

    public Counter(Branch branch, int number, String group) {
        this.branch = branch;
        this.number = Given.whole("number", number, 1, HIGHEST);
        become(group);
    }

    /** @param of the group it is one of, by a code; the rules of branches name groups */
    public void become(String of) {
        group = Given.code("group", of);
    }

    public void use(boolean inUse) {
        active = inUse;
    }

    /** @throws BusinessException {@code branch.counter-taken} with its number and who sits there, {@code branch.counter-closed} */
    public void open(StaffUser by, Instant now) {
        if (!active) {
            throw new BusinessException("branch.counter-closed", number);
        }
        if (clerk != null && !clerk.id().equals(by.id())) {
            throw new BusinessException("branch.counter-taken", number, clerk.name(by.language()));
        }
        if (clerk == null) {
            clerk = by;
            since = now;
        }
    }

    public void close() {
        clerk = null;
        since = null;
    }

    /** @throws StaleVersionException when somebody changed it since */
    public void expect(int seen) {
        if (seen != version) {
            throw new StaleVersionException();
        }
    }

    public Long id() {
        return id;
    }

    public Branch branch() {
        return branch;
    }

    public int number() {
        return number;
    }

    public String group() {
        return group;
    }

    public Optional<StaffUser> clerk() {
        return Optional.ofNullable(clerk);
    }

    /** Since when he sits there. */
    public Optional<Instant> since() {
        return Optional.ofNullable(since);
    }

    public boolean active() {
        return active;
    }

    public int version() {
        return version;
    }
}
