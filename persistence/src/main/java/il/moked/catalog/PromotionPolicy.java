// SPDX-License-Identifier: Apache-2.0
package il.moked.catalog;

import il.moked.customer.Segment;
import il.moked.shared.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Which promotions a line gets: the best for the customer. Promotions are not added to each other; only those that say they
 * may be combined are given together, one after another, each on what the one before left. So the choice is between every
 * promotion alone and all combinable ones together; the one that takes most off holds, of equals the one with fewer
 * promotions, then by code.
 */
public final class PromotionPolicy {
    private static final Comparator<Promotion> ORDER = Comparator.comparing(Promotion::effect).thenComparing(Promotion::code);

    private PromotionPolicy() {
    }

    /** @param edition of the promotion when it was given @param off what it takes, or would have taken, off the line */
    public record Discount(String code, int edition, String hebrewName, String englishName, Promotion.Effect effect, String coupon, Money off) {
        static Discount of(Promotion promotion, Money off) {
            return new Discount(promotion.code(), promotion.edition(), promotion.hebrewName(), promotion.englishName(), promotion.effect(), promotion.coupon().orElse(null), off);
        }

        public String name(String language) {
            return "he".equals(language) ? hebrewName : englishName;
        }
    }

    /** @param given in the order in which they were taken off @param passedOver what would have been for this line, too, and was worse, alone */
    public record Choice(List<Discount> given, List<Discount> passedOver) {
        public Money off(String currency) {
            return given.stream().map(Discount::off).reduce(Money.zero(currency), Money::plus);
        }
    }

    /** @param unit price of one, by its list @param coupon what the customer said, null for nothing */
    public static Choice choose(Product product, Money unit, long quantity, Segment segment, LocalDate day, String coupon, Collection<Promotion> promotions) {
        List<Promotion> fitting = promotions.stream().filter(promotion -> promotion.isFor(product, segment, day, coupon)).sorted(ORDER).toList();
        List<List<Discount>> ways = new ArrayList<>();
        fitting.stream().sorted(Comparator.comparing(Promotion::code)).forEach(promotion -> ways.add(together(List.of(promotion), unit, quantity)));
        ways.add(together(fitting.stream().filter(Promotion::combinable).toList(), unit, quantity));
        List<Discount> best = List.of();
        for (List<Discount> way : ways) {
            if (off(way, unit).compareTo(off(best, unit)) > 0) {
                best = way;
            }
        }
        List<String> given = best.stream().map(Discount::code).toList();
        List<Discount> passedOver = ways.subList(0, fitting.size()).stream().flatMap(List::stream).filter(discount -> !given.contains(discount.code())).toList();
        return new Choice(best, passedOver);
    }

    private static List<Discount> together(List<Promotion> promotions, Money unit, long quantity) {
        List<Discount> discounts = new ArrayList<>();
        Money rest = unit.times(quantity);
        for (Promotion promotion : promotions) {
            Money off = promotion.off(unit, quantity, rest);
            if (off.positive()) {
                discounts.add(Discount.of(promotion, off));
                rest = rest.minus(off);
            }
        }
        return discounts;
    }

    private static Money off(List<Discount> discounts, Money unit) {
        return discounts.stream().map(Discount::off).reduce(Money.zero(unit.currency()), Money::plus);
    }
}
