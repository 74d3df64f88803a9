// SPDX-License-Identifier: Apache-2.0
package il.moked.order;

import il.moked.shared.BusinessException;
import il.moked.shared.Money;
import jakarta.persistence.*;
import java.util.Optional;

/** What was agreed with a business that pays by invoice: after how many days, up to what debt, in how many instalments. */
@Entity
@Table(name = "credit_terms")
public class CreditTerms {
    public static final int MOST_DAYS = 180;
    public static final int MOST_INSTALMENTS = 36;

    @Id
    @Column(name = "customer_id")
    private Long customerId;
    @Column(name = "net_days")
    private int netDays;
    @Column(name = "limit_minor")
    private Long limit;
    private String currency;
    @Column(name = "most_instalments")
    private int mostInstalments;
    @Version
    private int version;

    protected CreditTerms() {
    }

    public CreditTerms(long customerId) {
        this.customerId = customerId;
    }

    /** @param limit of what he may owe, null for none @throws BusinessException {@code order.terms} */
    public void agreed(int days, Money most, String inCurrency, int instalments) {
        if (days < 0 || days > MOST_DAYS || instalments < 1 || instalments > MOST_INSTALMENTS || most != null && most.negative()) {
            throw new BusinessException("order.terms", MOST_DAYS, MOST_INSTALMENTS);
        }
        netDays = days;
        limit = most == null ? null : most.minor();
        currency = most == null ? inCurrency : most.currency();
        mostInstalments = instalments;
    }

    /** @throws BusinessException {@code order.over-limit} @throws BusinessException {@code order.too-many-instalments} */
    public void allow(Money owed, Money more, int instalments) {
        if (instalments > mostInstalments) {
            throw new BusinessException("order.too-many-instalments", mostInstalments);
        }
        if (!more.currency().equals(currency)) {
            throw new BusinessException("shared.currency-mismatch", currency, more.currency());
        }
        if (limit != null && owed.plus(more).minor() > limit) {
            throw new BusinessException("order.over-limit", limit().orElseThrow().decimal(), owed.decimal());
        }
    }

    public long customerId() {
        return customerId;
    }

    public int netDays() {
        return netDays;
    }

    public Optional<Money> limit() {
        return Optional.ofNullable(limit).map(most -> new Money(most, currency));
    }

    public String currency() {
        return currency;
    }

    public int mostInstalments() {
        return mostInstalments;
    }
}
