// SPDX-License-Identifier: Apache-2.0
package il.moked.catalog;

import il.moked.customer.Segment;
import il.moked.shared.Money;
import java.lang.reflect.Field;
import java.time.LocalDate;
import java.util.List;

/** A shop to try rules on. */
final class CatalogFixtures {
    static final LocalDate DAY = LocalDate.of(2026, 5, 14);
    static final List<VatRate> RATES = List.of(new VatRate(LocalDate.of(2015, 10, 1), 1700), new VatRate(LocalDate.of(2025, 1, 1), 1800));

    private CatalogFixtures() {
    }

    static Product product(long id, TaxClass taxClass) {
        Product product = new Product("SKU-" + id, new Product.Facts(Product.Kind.GOODS, Product.Unit.PIECE, taxClass, 7, "נתב ביתי", "Home router", "", "", null, 12, LocalDate.of(2020, 1, 1), null));
        set(product, "id", id);
        return product;
    }

    static PriceList general() {
        return PriceList.general("general", "מחירון כללי", "General", "ILS");
    }

    static PriceList business() {
        return PriceList.of(Segment.SMALL_BUSINESS, "small-business", "עסקים", "Business", "ILS");
    }

    static Price price(PriceList list, long productId, long agorot) {
        return new Price(list, productId, Money.agorot(agorot), new Validity(LocalDate.of(2026, 1, 1), null));
    }

    static Promotion percent(String code, int basisPoints, boolean combinable, String coupon) {
        return new Promotion(new Promotion.Terms(code, code, code, Promotion.Effect.PERCENT, basisPoints, null, null, null, null, LocalDate.of(2026, 5, 1), LocalDate.of(2026, 6, 1), List.of(), null, null, coupon, combinable, true));
    }

    static Promotion amount(String code, long agorot, boolean combinable) {
        return new Promotion(new Promotion.Terms(code, code, code, Promotion.Effect.AMOUNT, null, agorot, "ILS", null, null, LocalDate.of(2026, 5, 1), LocalDate.of(2026, 6, 1), List.of(), null, null, null, combinable, true));
    }

    static Promotion buyAndPay(String code, int buy, int pay) {
        return new Promotion(new Promotion.Terms(code, code, code, Promotion.Effect.BUY_AND_PAY, null, null, null, buy, pay, LocalDate.of(2026, 5, 1), LocalDate.of(2026, 6, 1), List.of(), null, null, null, false, true));
    }

    static void set(Object target, String field, Object value) {
        try {
            Field known = target.getClass().getDeclaredField(field);
            known.setAccessible(true);
            known.set(target, value);
        } catch (ReflectiveOperationException missing) {
            throw new AssertionError(missing);
        }
    }
}
