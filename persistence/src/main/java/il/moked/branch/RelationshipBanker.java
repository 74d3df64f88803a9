// SPDX-License-Identifier: Apache-2.0
package il.moked.branch;

import il.moked.access.StaffUser;
import il.moked.customer.Customer;
import jakarta.persistence.*;
import java.time.Instant;

/** Who knows a customer and serves him when he comes: one banker for each customer that has one. */
@Entity
@Table(name = "relationship_banker")
public class RelationshipBanker {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "relationship_banker_seq")
    @SequenceGenerator(name = "relationship_banker_seq", sequenceName = "relationship_banker_seq")
    private Long id;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "customer_id")
    private Customer customer;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "banker_id")
    private StaffUser banker;
    @Column(name = "named_by")
    private String namedBy;
    @Column(name = "named_at")
    private Instant namedAt;
    @Version
    private int version;

    protected RelationshipBanker() {
    }

    public RelationshipBanker(Customer customer, StaffUser banker, String by, Instant now) {
        this.customer = customer;
        become(banker, by, now);
    }

    public void become(StaffUser other, String by, Instant now) {
        banker = other;
        namedBy = by;
        namedAt = now;
    }

    public Long id() {
        return id;
    }

    public Customer customer() {
        return customer;
    }

    public StaffUser banker() {
        return banker;
    }

    public String namedBy() {
        return namedBy;
    }

    public Instant namedAt() {
        return namedAt;
    }

    public int version() {
        return version;
    }
}
