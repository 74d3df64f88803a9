// SPDX-License-Identifier: Apache-2.0
package il.moked.ivr;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A caller asked for a link to pay; it is sent when the provider has made its page. */
@Entity
@Table(name = "menu_pay_link")
public class PayLink {
    @Id
    @Column(name = "payment_id")
    private Long paymentId;
    @Column(name = "order_id", updatable = false)
    private long orderId;
    @Column(name = "walk_id")
    private long walkId;
    @Column(name = "sent_at")
    private Instant sentAt;

    protected PayLink() {
    }

    public PayLink(long paymentId, long orderId, MenuWalk walk) {
        this.paymentId = paymentId;
        this.orderId = orderId;
        this.walkId = walk.id();
    }

    public void sent(Instant now) {
        sentAt = now;
    }

    /** Asked for once more, in another call or in this one. */
    public void again(MenuWalk walk) {
        walkId = walk.id();
        sentAt = null;
    }

    public long walkId() {
        return walkId;
    }

    public long paymentId() {
        return paymentId;
    }
}
