// SPDX-License-Identifier: Apache-2.0
package il.moked.order;

import il.moked.catalog.Taxed;
import jakarta.persistence.*;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Goods a customer gave back, and on what ground. */
@Entity
@Table(name = "order_return")
public class OrderReturn {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "order_return_seq")
    @SequenceGenerator(name = "order_return_seq", sequenceName = "order_return_seq")
    private Long id;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "order_id")
    private SaleOrder order;
    @Column(name = "customer_id")
    private long customerId;
    @Column(name = "returned_at")
    private Instant returnedAt;
    @Enumerated(EnumType.STRING)
    private ReturnPolicy.Ground ground;
    private String reason;
    @Embedded
    private Taxed.Minor amounts = Taxed.Minor.NONE;
    @Column(name = "taken_by")
    private String takenBy;
    @ElementCollection
    @CollectionTable(name = "order_return_line", joinColumns = @JoinColumn(name = "return_id"))
    private List<Piece> pieces = new ArrayList<>();

    /** So many of that line of the order. @param amounts of all of them, in the order's currency */
    @Embeddable
    public record Piece(int place, int quantity, @Embedded Taxed.Minor amounts) {
    }

    protected OrderReturn() {
    }

    /**
     * Takes goods back.
     *
     * @param wanted pieces by place of the order's line
     * @throws il.moked.shared.BusinessException {@code order.too-many-returned}, {@code order.no-line}, {@code order.state} before they were handed over
     */
    public OrderReturn(SaleOrder order, Map<Integer, Integer> wanted, ReturnPolicy.Ground ground, String reason, String takenBy, Instant now) {
        this.order = order;
        this.customerId = order.customerId();
        this.returnedAt = now;
        this.ground = ground;
        this.reason = reason;
        this.takenBy = takenBy;
        new TreeMap<>(wanted).forEach((place, quantity) -> {
            Taxed.Minor part = Taxed.Minor.of(order.giveBack(place, quantity));
            pieces.add(new Piece(place, quantity, part));
            amounts = amounts.plus(part);
        });
    }

    public Long id() {
        return id;
    }

    public SaleOrder order() {
        return order;
    }

    public Instant returnedAt() {
        return returnedAt;
    }

    public ReturnPolicy.Ground ground() {
        return ground;
    }

    public Taxed amounts() {
        return amounts.in(order.currency());
    }

    public List<Piece> pieces() {
        return List.copyOf(pieces);
    }
}
