// SPDX-License-Identifier: Apache-2.0
package il.moked.customer;

import il.moked.shared.BusinessException;
import jakarta.persistence.*;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Two customers who turned out to be one: the one goes on, the other points to him. What went along, row by row, and
 * which of his values were replaced is noted, so that it can be taken back. What came to the one who goes on after that
 * stays his.
 */
@Entity
@Table(name = "customer_merge")
public class CustomerMerge {
    /** Who found it. */
    public enum Origin {
        /** An agent learned who a guest is. */
        GUEST,
        /** Somebody looked at both. */
        REVIEW,
        /** Another system knew. */
        SYSTEM,
        /** Near-certain by the evidence. */
        AUTOMATIC
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "customer_merge_seq")
    @SequenceGenerator(name = "customer_merge_seq", sequenceName = "customer_merge_seq")
    private Long id;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "kept_id")
    private Customer kept;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "gone_id")
    private Customer gone;
    @Enumerated(EnumType.STRING)
    private Origin origin;
    @Column(name = "merged_by")
    private String mergedBy;
    @Column(name = "merged_at")
    private Instant mergedAt;
    private Integer moved;
    @Column(name = "undone_by")
    private String undoneBy;
    @Column(name = "undone_at")
    private Instant undoneAt;
    @ElementCollection
    @CollectionTable(name = "customer_merge_field", joinColumns = @JoinColumn(name = "merge_id"))
    @MapKeyEnumerated(EnumType.STRING)
    @MapKeyColumn(name = "field")
    private Map<Surviving, Replaced> fields = new HashMap<>();
    @Version
    private int version;

    /** A value of the one who goes on, before and after; as {@link Customer#written} writes it, null for none. */
    @Embeddable
    public record Replaced(@Column(name = "value_before") String before, @Column(name = "value_after") String after) {
    }

    protected CustomerMerge() {
    }

    /**
     * Decides for each field whose value survives and points the one who goes to the other. His rows follow separately.
     *
     * @param taken fields of which the value of the one who goes survives; of the others the one who goes on keeps his, unless he has none
     * @param left fields that stay empty although the one who goes has a value
     */
    public CustomerMerge(Customer kept, Customer gone, Origin origin, java.util.Set<Surviving> taken, java.util.Set<Surviving> left, String by, Instant now) {
        this.kept = kept;
        this.gone = gone;
        this.origin = origin;
        this.mergedBy = by;
        this.mergedAt = now;
        this.moved = 0;
        gone.mergeInto(kept);
        for (Surviving field : Surviving.values()) {
            String before = kept.written(field);
            String his = gone.guest() ? null : gone.written(field);
            boolean replaces = field.chosen() && (taken.contains(field) || before == null && !left.contains(field));
            if (replaces && his != null && !his.equals(before)) {
                kept.write(field, his, field == Surviving.PARENT ? gone.parent().orElse(null) : null);
                fields.put(field, new Replaced(before, his));
            }
        }
        kept.changed(now);
    }

    /**
     * Takes back what was replaced, unless it was changed again since. The rows go back separately.
     *
     * @param formerParent by his id
     * @throws BusinessException {@code customer.merge-undone}, {@code customer.merge-not-noted}
     */
    public void undo(String by, Instant now, java.util.function.Function<Long, Customer> formerParent) {
        if (undoneAt != null) {
            throw new BusinessException("customer.merge-undone");
        }
        if (moved == null) {
            throw new BusinessException("customer.merge-not-noted");
        }
        undoneBy = by;
        undoneAt = now;
        gone.splitFrom();
        fields.forEach((field, replaced) -> {
            if (Objects.equals(kept.written(field), replaced.after())) {
                kept.write(field, replaced.before(), field == Surviving.PARENT && replaced.before() != null ? formerParent.apply(Long.valueOf(replaced.before())) : null);
            }
        });
        kept.changed(now);
        gone.changed(now);
    }

    /** The rules gave the one who goes on another segment, now that more is known of him. */
    public void segmentFollowed(Segment before, Segment after) {
        if (before != after) {
            fields.put(Surviving.SEGMENT, new Replaced(before.name(), after.name()));
        }
    }

    void moved(int rows) {
        moved = (moved == null ? 0 : moved) + rows;
    }

    public Long id() {
        return id;
    }

    public Customer kept() {
        return kept;
    }

    public Customer gone() {
        return gone;
    }

    public Origin origin() {
        return origin;
    }

    public String mergedBy() {
        return mergedBy;
    }

    public Instant mergedAt() {
        return mergedAt;
    }

    /** Rows of other tables that went along; empty when it was not noted. */
    public Optional<Integer> moved() {
        return Optional.ofNullable(moved);
    }

    public Optional<String> undoneBy() {
        return Optional.ofNullable(undoneBy);
    }

    public Optional<Instant> undoneAt() {
        return Optional.ofNullable(undoneAt);
    }

    public Map<Surviving, Replaced> fields() {
        return Map.copyOf(fields);
    }
}
