// SPDX-License-Identifier: Apache-2.0
package il.moked.order;

import il.moked.shared.BusinessException;
import il.moked.shared.Money;
import jakarta.persistence.*;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** One of the parts an order is paid in. */
@Entity
@Table(name = "instalment")
public class Instalment {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "instalment_seq")
    @SequenceGenerator(name = "instalment_seq", sequenceName = "instalment_seq")
    private Long id;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "order_id")
    private SaleOrder order;
    @Column(name = "customer_id")
    private long customerId;
    private int place;
    @Column(name = "due_on")
    private LocalDate dueOn;
    @Column(name = "amount_minor")
    private long amount;
    @Column(name = "paid_minor")
    private long paid;

    protected Instalment() {
    }

    private Instalment(SaleOrder order, int place, LocalDate dueOn, Money amount) {
        this.order = order;
        this.customerId = order.customerId();
        this.place = place;
        this.dueOn = dueOn;
        this.amount = amount.minor();
    }

    /**
     * Parts of what the order comes to, a month apart and none lost: an agora that does not divide is paid with the first ones.
     *
     * @param first when the first is due; in shorter months the others are due on their last day
     * @throws BusinessException {@code order.instalments-small} when a part would be nothing
     */
    public static List<Instalment> of(SaleOrder order, int parts, LocalDate first) {
        if (order.gross().minor() < parts) {
            throw new BusinessException("order.instalments-small");
        }
        List<Instalment> plan = new ArrayList<>();
        for (Money amount : order.gross().allocate(parts)) {
            plan.add(new Instalment(order, plan.size() + 1, first.plusMonths(plan.size()), amount));
        }
        return plan;
    }

    /** @return what is left of the money for the next ones */
    Money take(Money money) {
        Money taken = money.atMost(open());
        paid += taken.minor();
        return money.minus(taken);
    }

    /** Money that came, to the parts in their order. */
    public static void take(List<Instalment> plan, Money money) {
        Money left = money;
        for (Instalment part : plan) {
            left = part.take(left);
        }
    }

    public Long id() {
        return id;
    }

    public int place() {
        return place;
    }

    public LocalDate dueOn() {
        return dueOn;
    }

    public Money amount() {
        return new Money(amount, order.currency());
    }

    public Money open() {
        return new Money(amount - paid, order.currency());
    }
}
