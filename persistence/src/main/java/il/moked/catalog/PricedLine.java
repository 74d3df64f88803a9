// SPDX-License-Identifier: Apache-2.0
package il.moked.catalog;

import il.moked.catalog.PromotionPolicy.Discount;
import il.moked.customer.Segment;
import il.moked.shared.BusinessException;
import il.moked.shared.Money;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/**
 * What so many of a product cost a customer on a day, and why. Everything that was decided is in it: which price of which
 * list, which promotions and which not, which rate of tax.
 *
 * @param unitPrice of one, as the list has it
 * @param includesVat whether the unit price and the discounts include the tax
 * @param list code of the price list, with the edition and the days of the price
 * @param discounts taken off, in their order
 * @param passedOver promotions that would have been worse
 * @param vatBasisPoints hundredths of a percent
 * @param amounts to be paid, rounded once, for the line
 */
public record PricedLine(long productId, String sku, String hebrewName, String englishName, Product.Kind kind, Product.Unit unit, long quantity, Money unitPrice, boolean includesVat, PriceList.Kind listKind, String list, int listEdition,
        LocalDate validFrom, LocalDate validUntil, List<Discount> discounts, List<Discount> passedOver, TaxClass taxClass, int vatBasisPoints, Taxed amounts) {
    /** More of one thing is not sold in one line. */
    public static final long MOST = 100_000;

    /**
     * @param prices of the product in the lists that are the customer's
     * @param coupon what he said, null for nothing
     * @throws BusinessException {@code catalog.quantity}, {@code catalog.not-sold} when it is not sold on that day, {@code catalog.no-price}, {@code shared.currency-mismatch}, {@code catalog.no-vat-rate}
     */
    public static PricedLine of(Product product, long quantity, Segment segment, LocalDate day, String currency, String coupon, Collection<Price> prices, Collection<Promotion> promotions, List<VatRate> rates) {
        if (quantity < 1 || quantity > MOST) {
            throw new BusinessException("catalog.quantity", "quantity", 1, MOST);
        }
        if (!product.soldOn(day)) {
            throw new BusinessException("catalog.not-sold", product.sku(), day.toString());
        }
        Price price = PricePolicy.choose(product.sku(), day, currency, prices);
        PriceList list = price.list();
        PromotionPolicy.Choice choice = PromotionPolicy.choose(product, price.amount(), quantity, segment, day, coupon, promotions);
        int rate = VatPolicy.rate(product.taxClass(), day, rates);
        Taxed taxed = VatPolicy.tax(price.amount().times(quantity).minus(choice.off(currency)), list.includesVat(), rate);
        return new PricedLine(product.id(), product.sku(), product.name("he"), product.name("en"), product.kind(), product.unit(), quantity, price.amount(), list.includesVat(), list.kind(), list.code(), list.edition(),
                price.validity().from(), price.validity().until(), choice.given(), choice.passedOver(), product.taxClass(), rate, taxed);
    }

    public String name(String language) {
        return "he".equals(language) ? hebrewName : englishName;
    }

    public Money net() {
        return amounts.net();
    }

    public Money vat() {
        return amounts.vat();
    }

    public Money gross() {
        return amounts.gross();
    }

    /** Without any discount, as the list has it. */
    public Money full() {
        return unitPrice.times(quantity);
    }

    public Money off() {
        return discounts.stream().map(Discount::off).reduce(Money.zero(unitPrice.currency()), Money::plus);
    }

    /** Of one, with or without the tax, as it is shown to whoever it is shown to. */
    public Money unitShown(boolean withVat) {
        Taxed one = VatPolicy.tax(unitPrice, includesVat, vatBasisPoints);
        return withVat ? one.gross() : one.net();
    }
}
