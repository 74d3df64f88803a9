// SPDX-License-Identifier: Apache-2.0
package il.moked.catalog;

import static il.moked.catalog.CatalogFixtures.DAY;
import static il.moked.catalog.CatalogFixtures.price;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import il.moked.customer.Segment;
import il.moked.shared.BusinessException;
import il.moked.shared.Money;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PricePolicyTest {
    private final PriceList general = CatalogFixtures.general();
    private final PriceList business = CatalogFixtures.business();
    private final PriceList agreed = PriceList.agreed(9, false, "agreed-9", "הסכם", "Agreed", "ILS");

    private static LocalDate day(int month, int day) {
        return LocalDate.of(2026, month, day);
    }

    @Test
    void whatWasAgreedGoesBeforeTheSegmentAndThatBeforeTheGeneralList() {
        Price everybody = price(general, 1, 100);
        Price segment = price(business, 1, 900);
        Price his = price(agreed, 1, 5000);
        assertThat(PricePolicy.choose("A", DAY, "ILS", List.of(everybody, segment, his))).as("even when it is dearer").isSameAs(his);
        assertThat(PricePolicy.choose("A", DAY, "ILS", List.of(everybody, segment))).isSameAs(segment);
        assertThat(PricePolicy.choose("A", DAY, "ILS", List.of(everybody))).isSameAs(everybody);
    }

    @Test
    void ofTwoAgreementsTheLowerPriceHolds() {
        Price dear = price(agreed, 1, 5000);
        Price cheap = price(PriceList.agreed(9, false, "agreed-9-b", "הסכם", "Agreed", "ILS"), 1, 4000);
        assertThat(PricePolicy.choose("A", DAY, "ILS", List.of(dear, cheap))).isSameAs(cheap);
    }

    @Test
    void theLastDayIsNotInIt() {
        Price spring = new Price(general, 1, Money.agorot(100), new Validity(day(3, 1), day(6, 1)));
        Price summer = new Price(general, 1, Money.agorot(120), new Validity(day(6, 1), null));
        assertThat(PricePolicy.choose("A", day(5, 31), "ILS", List.of(spring, summer))).isSameAs(spring);
        assertThat(PricePolicy.choose("A", day(6, 1), "ILS", List.of(spring, summer))).isSameAs(summer);
    }

    @Test
    void onADayWithoutAPriceNothingIsMadeUp() {
        Price past = new Price(general, 1, Money.agorot(100), new Validity(day(1, 1), day(2, 1)));
        assertThatThrownBy(() -> PricePolicy.choose("A-1", DAY, "ILS", List.of(past))).isInstanceOfSatisfying(BusinessException.class, refused -> {
            assertThat(refused.code()).isEqualTo("catalog.no-price");
            assertThat(refused.arguments()).containsExactly("A-1", "2026-05-14");
        });
    }

    @Test
    void aPriceInAnotherCurrencyIsNoPrice() {
        PriceList dollars = PriceList.general("dollars", "דולר", "Dollars", "USD");
        Price price = new Price(dollars, 1, Money.of(100, "USD"), new Validity(day(1, 1), null));
        assertThatThrownBy(() -> PricePolicy.choose("A", DAY, "ILS", List.of(price))).isInstanceOfSatisfying(BusinessException.class, refused -> assertThat(refused.code()).isEqualTo("shared.currency-mismatch"));
        assertThatThrownBy(() -> new Price(dollars, 1, Money.agorot(100), new Validity(day(1, 1), null))).isInstanceOf(BusinessException.class);
        assertThatThrownBy(() -> new Price(general, 1, Money.agorot(-1), new Validity(day(1, 1), null))).isInstanceOf(BusinessException.class);
    }

    @Test
    void overlappingIsRefusedAndTouchingIsNot() {
        Validity spring = new Validity(day(3, 1), day(6, 1));
        PricePolicy.refuseOverlap(new Validity(day(6, 1), null), List.of(spring));
        PricePolicy.refuseOverlap(new Validity(day(2, 1), day(3, 1)), List.of(spring));
        for (Validity fresh : List.of(new Validity(day(5, 31), null), new Validity(day(1, 1), day(3, 2)), new Validity(day(4, 1), day(4, 2)), new Validity(day(1, 1), null), spring)) {
            assertThatThrownBy(() -> PricePolicy.refuseOverlap(fresh, List.of(spring))).as(fresh.toString()).isInstanceOfSatisfying(BusinessException.class, refused -> assertThat(refused.code()).isEqualTo("catalog.price-overlap"));
        }
        assertThatThrownBy(() -> new Validity(day(3, 1), day(3, 1))).isInstanceOf(BusinessException.class);
    }

    @Test
    void daysWithoutAPriceAreFound() {
        List<Validity> present = List.of(new Validity(day(5, 1), day(6, 1)), new Validity(day(2, 1), day(3, 1)), new Validity(day(3, 1), day(4, 1)));
        assertThat(PricePolicy.gaps(present, day(1, 1), day(12, 1))).containsExactly(new Validity(day(1, 1), day(2, 1)), new Validity(day(4, 1), day(5, 1)), new Validity(day(6, 1), day(12, 1)));
        assertThat(PricePolicy.gaps(present, day(2, 15), day(3, 15))).isEmpty();
        assertThat(PricePolicy.gaps(present, day(5, 10), null)).containsExactly(new Validity(day(6, 1), null));
        assertThat(PricePolicy.gaps(List.of(new Validity(day(1, 1), null)), day(2, 1), null)).isEmpty();
        assertThat(PricePolicy.gaps(List.of(), day(2, 1), null)).containsExactly(new Validity(day(2, 1), null));
    }

    @Test
    void peopleSeePricesWithTheTaxAndBusinessesWithout() {
        assertThat(general.includesVat()).isTrue();
        assertThat(PriceList.of(Segment.VIP, "vip", "וי", "V", "ILS").includesVat()).isTrue();
        assertThat(PriceList.of(Segment.LARGE_BUSINESS, "large", "גדול", "L", "ILS").includesVat()).isFalse();
    }
}
