// SPDX-License-Identifier: Apache-2.0
package il.moked.catalog;

import il.moked.shared.BusinessException;
import il.moked.shared.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Which price holds: what was agreed with the customer goes before the list of his segment, and that before the general one;
 * of two of the same kind the lower one holds. On a day without a price nothing is sold: no price is made up.
 */
public final class PricePolicy {
    private static final Comparator<Price> ORDER = Comparator.comparing((Price price) -> price.list().kind()).thenComparing(Price::amount).thenComparing(price -> price.list().code());

    private PricePolicy() {
    }

    /**
     * @param prices of the product in the lists that are the customer's
     * @throws BusinessException {@code catalog.no-price} when there is none on that day, {@code shared.currency-mismatch} when there is one only in another currency
     */
    public static Price choose(String sku, LocalDate day, String currency, Collection<Price> prices) {
        List<Price> holding = prices.stream().filter(price -> price.validity().holdsOn(day)).toList();
        if (holding.isEmpty()) {
            throw new BusinessException("catalog.no-price", sku, day.toString());
        }
        return holding.stream().filter(price -> price.list().currency().equals(currency)).min(ORDER)
                .orElseThrow(() -> new BusinessException("shared.currency-mismatch", currency, holding.get(0).list().currency()));
    }

    /** @throws BusinessException {@code catalog.price-negative}: nothing is sold for less than nothing */
    public static Money checked(Money amount) {
        if (amount.negative()) {
            throw new BusinessException("catalog.price-negative", "amount");
        }
        return amount;
    }

    /** @throws BusinessException {@code catalog.price-overlap} with the days of the one that is there */
    public static void refuseOverlap(Validity fresh, Collection<Validity> present) {
        present.stream().filter(fresh::overlaps).min(Comparator.comparing(Validity::from)).ifPresent(other -> {
            throw new BusinessException("catalog.price-overlap", "from", other.from().toString(), other.until() == null ? "∞" : other.until().toString());
        });
    }

    /** The days between {@code from} and {@code until} on which none of them holds. @param until null for ever */
    public static List<Validity> gaps(Collection<Validity> present, LocalDate from, LocalDate until) {
        List<Validity> gaps = new ArrayList<>();
        LocalDate covered = from;
        for (Validity next : present.stream().sorted(Comparator.comparing(Validity::from)).toList()) {
            if (covered == null || until != null && !next.from().isBefore(until)) {
                break;
            }
            if (next.from().isAfter(covered)) {
                gaps.add(new Validity(covered, next.from()));
            }
            if (next.until() == null || next.until().isAfter(covered)) {
                covered = next.until();
            }
        }
        if (covered != null && (until == null || covered.isBefore(until))) {
            gaps.add(new Validity(covered, until));
        }
        return gaps;
    }
}
