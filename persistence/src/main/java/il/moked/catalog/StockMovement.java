// SPDX-License-Identifier: Apache-2.0
package il.moked.catalog;

import jakarta.persistence.*;
import java.time.Instant;

/** What came, went or was promised of a product at a location. Written, never changed: its sums are the stock. */
@Entity
@Table(name = "stock_movement")
public class StockMovement {
    public enum Kind {
        /** Delivered to us. */
        RECEIVED,
        /** Counted: the difference to what was thought. */
        COUNTED,
        /** Brought back by a customer. */
        RETURNED,
        /** Held for a customer. */
        RESERVED,
        /** Not held for him any more: he did without, or his time was over. */
        RELEASED,
        /** Handed out or sent. */
        SOLD,
        /** Built in at a customer's by a technician. */
        USED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "stock_movement_seq")
    @SequenceGenerator(name = "stock_movement_seq", sequenceName = "stock_movement_seq")
    private Long id;
    @Column(name = "product_id")
    private long productId;
    @Column(name = "location_id")
    private long locationId;
    @Enumerated(EnumType.STRING)
    private Kind kind;
    @Column(name = "on_hand")
    private int onHand;
    private int reserved;
    private String reference;
    @Column(name = "made_by")
    private String madeBy;
    @Column(name = "made_at")
    private Instant madeAt;

    protected StockMovement() {
    }

    /** @param onHand by how much what is there changed @param reserved by how much what is held changed @param reference of the reservation, delivery or feed; may be null */
    public StockMovement(long productId, long locationId, Kind kind, int onHand, int reserved, String reference, String madeBy, Instant madeAt) {
        this.productId = productId;
        this.locationId = locationId;
        this.kind = kind;
        this.onHand = onHand;
        this.reserved = reserved;
        this.reference = reference;
        this.madeBy = madeBy;
        this.madeAt = madeAt;
    }
}
