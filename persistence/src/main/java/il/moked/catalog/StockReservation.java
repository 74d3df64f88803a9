// SPDX-License-Identifier: Apache-2.0
package il.moked.catalog;

import il.moked.channel.Channel;
import jakarta.persistence.*;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Goods held for a buyer until a moment. It ends once: sold, released by somebody, or over because its time was; what it
 * held is free again in the same transaction. Asked for twice under one reference it is made once.
 */
@Entity
@Table(name = "stock_reservation")
public class StockReservation {
    public enum State { HELD, SOLD, RELEASED, EXPIRED }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "stock_reservation_seq")
    @SequenceGenerator(name = "stock_reservation_seq", sequenceName = "stock_reservation_seq")
    private Long id;
    private String reference;
    @Column(name = "customer_id")
    private Long customerId;
    @Enumerated(EnumType.STRING)
    private Channel channel;
    @Enumerated(EnumType.STRING)
    private State state = State.HELD;
    @Column(name = "made_by")
    private String madeBy;
    @Column(name = "made_at")
    private Instant madeAt;
    /** Null once it has ended, so that the sweep looks at those only that are held. */
    @Column(name = "held_until")
    private Instant heldUntil;
    @Column(name = "ended_at")
    private Instant endedAt;
    @OneToMany(cascade = CascadeType.PERSIST)
    @JoinColumn(name = "reservation_id", nullable = false, updatable = false)
    @OrderBy("id")
    private List<Line> lines = new ArrayList<>();

    /** So many of a product at one location. */
    @Entity
    @Table(name = "stock_reservation_line")
    public static class Line {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "stock_reservation_line_seq")
        @SequenceGenerator(name = "stock_reservation_line_seq", sequenceName = "stock_reservation_line_seq")
        private Long id;
        @Column(name = "product_id")
        private long productId;
        @Column(name = "location_id")
        private long locationId;
        private int quantity;

        protected Line() {
        }

        Line(long productId, long locationId, int quantity) {
            this.productId = productId;
            this.locationId = locationId;
            this.quantity = quantity;
        }

        public long productId() {
            return productId;
        }

        public long locationId() {
            return locationId;
        }

        public int quantity() {
            return quantity;
        }
    }

    protected StockReservation() {
    }

    /** @param customerId null when nobody knows who buys @param channel by which it was asked for; null for a branch or another system */
    public StockReservation(String reference, Long customerId, Channel channel, String madeBy, Instant madeAt, Instant heldUntil) {
        this.reference = reference;
        this.customerId = customerId;
        this.channel = channel;
        this.madeBy = madeBy;
        this.madeAt = madeAt;
        this.heldUntil = heldUntil;
    }

    public void hold(long productId, long locationId, int quantity) {
        lines.add(new Line(productId, locationId, quantity));
    }

    public Long id() {
        return id;
    }

    public String reference() {
        return reference;
    }

    public Optional<Long> customerId() {
        return Optional.ofNullable(customerId);
    }

    public State state() {
        return state;
    }

    public Optional<Instant> heldUntil() {
        return Optional.ofNullable(heldUntil);
    }

    public List<Line> lines() {
        return List.copyOf(lines);
    }
}
