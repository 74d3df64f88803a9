// SPDX-License-Identifier: Apache-2.0
package il.moked.catalog;

import static il.moked.catalog.CatalogFixtures.DAY;
import static il.moked.catalog.CatalogFixtures.RATES;
import static il.moked.catalog.CatalogFixtures.amount;
import static il.moked.catalog.CatalogFixtures.buyAndPay;
import static il.moked.catalog.CatalogFixtures.percent;
import static il.moked.catalog.CatalogFixtures.price;
import static il.moked.catalog.CatalogFixtures.product;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import il.moked.catalog.PromotionPolicy.Discount;
import il.moked.customer.Segment;
import il.moked.shared.BusinessException;
import il.moked.shared.Money;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PricedLineTest {
    private final PriceList general = CatalogFixtures.general();
    private final PriceList business = CatalogFixtures.business();

    private PricedLine line(long agorot, long quantity, Promotion... promotions) {
        return line(Segment.PRIVATE, general, agorot, quantity, null, promotions);
    }

    private static PricedLine line(Segment segment, PriceList list, long agorot, long quantity, String coupon, Promotion... promotions) {
        return PricedLine.of(product(1, TaxClass.STANDARD), quantity, segment, DAY, "ILS", coupon, List.of(price(list, 1, agorot)), List.of(promotions), RATES);
    }

    private static List<String> given(PricedLine line) {
        return line.discounts().stream().map(Discount::code).toList();
    }

    @Test
    void whatAPersonPaysIsThePriceTimesTheQuantityAndTheTaxIsFoundInIt() {
        PricedLine line = line(9_990, 3);
        assertThat(line.gross()).isEqualTo(Money.agorot(29_970));
        assertThat(line.net()).as("29,970 ÷ 1.18").isEqualTo(Money.agorot(25_398));
        assertThat(line.vat()).isEqualTo(Money.agorot(4_572));
        assertThat(line.list()).isEqualTo("general");
        assertThat(line.unitShown(false)).isEqualTo(Money.agorot(8_466));
    }

    @Test
    void aBusinessGetsTheTaxOnTopRoundedOnceForTheLine() {
        PricedLine line = line(Segment.SMALL_BUSINESS, business, 25, 3, null);
        assertThat(line.net()).isEqualTo(Money.agorot(75));
        assertThat(line.vat()).as("13.5 up; three times 4.5 would be 15").isEqualTo(Money.agorot(14));
        assertThat(line.gross()).isEqualTo(Money.agorot(89));
        assertThat(line.unitShown(true)).isEqualTo(Money.agorot(30));
    }

    @Test
    void zeroRatedIsWithoutTax() {
        PricedLine line = PricedLine.of(product(1, TaxClass.ZERO), 2, Segment.PRIVATE, DAY, "ILS", null, List.of(price(general, 1, 9_990)), List.of(), RATES);
        assertThat(line.vat()).isEqualTo(Money.agorot(0));
        assertThat(line.net()).isEqualTo(Money.agorot(19_980));
    }

    @Test
    void theDayOfTheSaleDecidesTheRate() {
        Price old = new Price(general, 1, Money.agorot(9_990), new Validity(LocalDate.of(2024, 1, 1), null));
        PricedLine before = PricedLine.of(product(1, TaxClass.STANDARD), 1, Segment.PRIVATE, LocalDate.of(2024, 12, 31), "ILS", null, List.of(old), List.of(), RATES);
        PricedLine after = PricedLine.of(product(1, TaxClass.STANDARD), 1, Segment.PRIVATE, LocalDate.of(2025, 1, 1), "ILS", null, List.of(old), List.of(), RATES);
        assertThat(List.of(before.vat(), after.vat())).containsExactly(Money.agorot(1_452), Money.agorot(1_524));
        assertThat(before.gross()).isEqualTo(after.gross());
    }

    @Test
    void thePromotionThatTakesMostOffHoldsAndTheOthersAreTold() {
        PricedLine line = line(10_000, 1, percent("ten", 1000, false, null), amount("fifteen", 1_500, false), percent("five", 500, false, null));
        assertThat(given(line)).containsExactly("fifteen");
        assertThat(line.off()).isEqualTo(Money.agorot(1_500));
        assertThat(line.gross()).isEqualTo(Money.agorot(8_500));
        assertThat(line.passedOver()).extracting(Discount::code, discount -> discount.off().minor()).containsExactlyInAnyOrder(tuple("ten", 1_000L), tuple("five", 500L));
    }

    @Test
    void promotionsAreNotAddedToEachOtherUnlessTheySaySo() {
        assertThat(given(line(10_000, 1, percent("ten", 1000, false, null), percent("nine", 900, false, null)))).containsExactly("ten");
        PricedLine together = line(10_000, 1, percent("ten", 1000, true, null), amount("five", 500, true));
        assertThat(given(together)).containsExactly("ten", "five");
        assertThat(together.gross()).isEqualTo(Money.agorot(8_500));
        PricedLine better = line(10_000, 1, percent("ten", 1000, true, null), amount("five", 500, true), percent("twenty", 2000, false, null));
        assertThat(given(better)).as("alone it is better than both together").containsExactly("twenty");
    }

    @Test
    void ofEqualsTheFirstByCode() {
        assertThat(given(line(10_000, 1, amount("b", 1_000, false), percent("a", 1000, false, null)))).containsExactly("a");
        assertThat(given(line(10_000, 1, percent("a", 1000, false, null), amount("b", 1_000, false)))).containsExactly("a");
    }

    @Test
    void ofEveryThreeOneIsForNothing() {
        assertThat(line(3_333, 2, buyAndPay("three", 3, 2)).discounts()).isEmpty();
        assertThat(line(3_333, 3, buyAndPay("three", 3, 2)).gross()).isEqualTo(Money.agorot(6_666));
        assertThat(line(3_333, 7, buyAndPay("three", 3, 2)).gross()).as("seven: two for nothing").isEqualTo(Money.agorot(16_665));
    }

    @Test
    void aPercentageIsRoundedOnceForTheLine() {
        assertThat(line(333, 3, percent("ten", 1000, false, null)).off()).as("99.9; three times 33.3 would be 99").isEqualTo(Money.agorot(100));
        assertThat(line(5, 1, percent("ten", 1000, false, null)).off()).isEqualTo(Money.agorot(1));
        assertThat(line(4, 1, percent("ten", 1000, false, null)).discounts()).as("nothing is off").isEmpty();
    }

    @Test
    void neverMoreIsOffThanItCosts() {
        PricedLine line = line(1_000, 2, amount("much", 5_000, false));
        assertThat(line.gross()).isEqualTo(Money.agorot(0));
        assertThat(line.vat()).isEqualTo(Money.agorot(0));
    }

    @Test
    void aCodeIsSaidOrThePromotionIsNotGiven() {
        Promotion secret = percent("secret", 2000, false, "SPRING26");
        assertThat(line(10_000, 1, secret).discounts()).isEmpty();
        assertThat(given(line(Segment.PRIVATE, general, 10_000, 1, " spring26 ", secret))).containsExactly("secret");
        assertThat(line(Segment.PRIVATE, general, 10_000, 1, "OTHER", secret).discounts()).isEmpty();
    }

    @Test
    void aPromotionIsForItsSegmentsDaysAndProducts() {
        Promotion vip = new Promotion(new Promotion.Terms("vip", "v", "v", Promotion.Effect.PERCENT, 1000, null, null, null, null, DAY, DAY.plusDays(1), List.of(Segment.VIP), 1L, null, null, false, true));
        assertThat(line(10_000, 1, vip).discounts()).isEmpty();
        assertThat(given(line(Segment.VIP, general, 10_000, 1, null, vip))).containsExactly("vip");
        assertThat(vip.isFor(product(1, TaxClass.STANDARD), Segment.VIP, DAY.plusDays(1), null)).isFalse();
        assertThat(vip.isFor(product(1, TaxClass.STANDARD), Segment.VIP, DAY.minusDays(1), null)).isFalse();
        assertThat(vip.isFor(product(2, TaxClass.STANDARD), Segment.VIP, DAY, null)).isFalse();
    }

    @Test
    void whatIsNotSoldThatDayHasNoPrice() {
        Product gone = new Product("OLD", new Product.Facts(Product.Kind.GOODS, Product.Unit.PIECE, TaxClass.STANDARD, 7, "ישן", "Old", "", "", null, 0, DAY.minusYears(1), DAY));
        CatalogFixtures.set(gone, "id", 1L);
        assertThatThrownBy(() -> PricedLine.of(gone, 1, Segment.PRIVATE, DAY, "ILS", null, List.of(price(general, 1, 1)), List.of(), RATES)).isInstanceOfSatisfying(BusinessException.class, refused -> assertThat(refused.code()).isEqualTo("catalog.not-sold"));
        assertThatThrownBy(() -> line(1, 0)).isInstanceOfSatisfying(BusinessException.class, refused -> assertThat(refused.code()).isEqualTo("catalog.quantity"));
    }

    @Test
    void whatAPromotionPromisesIsChecked() {
        assertThatThrownBy(() -> percent("x", 0, false, null)).isInstanceOfSatisfying(BusinessException.class, refused -> assertThat(refused.arguments().get(0)).isEqualTo("basisPoints"));
        assertThatThrownBy(() -> percent("x", 10_001, false, null)).isInstanceOf(BusinessException.class);
        assertThatThrownBy(() -> buyAndPay("x", 3, 3)).isInstanceOf(BusinessException.class);
        assertThatThrownBy(() -> buyAndPay("x", 1, 1)).isInstanceOf(BusinessException.class);
        assertThatThrownBy(() -> percent("X y", 1, false, null)).isInstanceOf(BusinessException.class);
        assertThatThrownBy(() -> percent("x", 1, false, "a b")).isInstanceOf(BusinessException.class);
    }
}
