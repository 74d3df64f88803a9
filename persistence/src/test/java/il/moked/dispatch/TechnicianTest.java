// SPDX-License-Identifier: Apache-2.0
package il.moked.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import il.moked.access.StaffUser;
import il.moked.catalog.StockLocation;
import il.moked.dispatch.Ability.Standing;
import il.moked.shared.BusinessException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class TechnicianTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    private final Technician one = new Technician(new StaffUser("moshe", "משה", "Moshe", "", null, Set.of()), new GeoPoint(32, 34), "israel", null);

    static void refused(String code, String field, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(BusinessException.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.arguments()).first().isEqualTo(field);
        });
    }

    @Test
    void aCertificateEndsSoonWhenAMonthIsLeftAndIsOverAfterItsLastDay() {
        assertThat(new Ability("repair", null).standing(TODAY)).isEqualTo(Standing.FOR_EVER);
        assertThat(new Ability("electrician", TODAY.plusDays(31)).standing(TODAY)).isEqualTo(Standing.VALID);
        assertThat(new Ability("electrician", TODAY.plusDays(30)).standing(TODAY)).isEqualTo(Standing.ENDS_SOON);
        assertThat(new Ability("electrician", TODAY).standing(TODAY)).isEqualTo(Standing.ENDS_SOON);
        assertThat(new Ability("electrician", TODAY.minusDays(1)).standing(TODAY)).isEqualTo(Standing.ENDED);
    }

    @Test
    void whatHeCanIsReplacedAsAWhole() {
        one.able("logistics", null).worksIn("south").carries("ladder");
        one.qualified(List.of(new Ability("repair", null), new Ability("electrician", TODAY)), List.of("center"), List.of("drill"));
        assertThat(one.abilities()).containsExactly(new Ability("electrician", TODAY), new Ability("repair", null));
        assertThat(one.can("repair", TODAY.plusYears(90))).isTrue();
        assertThat(one.can("electrician", TODAY.plusDays(1))).isFalse();
        assertThat(one.can("logistics", TODAY)).isFalse();
        assertThat(one.territories()).containsExactly("center");
        assertThat(one.tools()).containsExactly("drill");
    }

    @Test
    void whoeverCouldNeverBeSentToAnythingIsRefusedAndStaysAsHeWas() {
        one.able("repair", null).worksIn("south");
        refused("shared.field-missing", "abilities", () -> one.qualified(List.of(), List.of("center"), List.of()));
        refused("shared.field-missing", "territories", () -> one.qualified(List.of(new Ability("repair", null)), List.of(), List.of()));
        refused("shared.field-twice", "abilities[1].code", () -> one.qualified(List.of(new Ability("repair", null), new Ability("repair", TODAY)), List.of("center"), List.of()));
        refused("shared.code", "abilities[0].code", () -> one.qualified(List.of(new Ability("Big Repair", null)), List.of("center"), List.of()));
        refused("shared.code", "tools", () -> one.qualified(List.of(new Ability("repair", null)), List.of("center"), List.of("מקדחה")));
        assertThat(one.serves("south")).isTrue();
        assertThat(one.tools()).isEmpty();
    }

    @Test
    void hisVanIsAVan() {
        refused("shared.field-unknown-value", "van", () -> one.posted(one.home(), "israel", new StockLocation("main", "מחסן", "Warehouse", StockLocation.Kind.WAREHOUSE, 1)));
        one.posted(new GeoPoint(31, 35), "always", new StockLocation("van-1", "רכב", "Van", StockLocation.Kind.VAN, 9));
        assertThat(one.van()).isPresent();
        assertThat(one.home()).isEqualTo(new GeoPoint(31, 35));
    }

    @Test
    void nothingIsGivenToWhoeverLeft() {
        one.leave();
        assertThatThrownBy(one::expectWorking).isInstanceOfSatisfying(BusinessException.class, refusal -> assertThat(refusal.code()).isEqualTo("dispatch.technician-gone"));
        one.comeBack();
        assertThat(one.expectWorking()).isSameAs(one);
    }
}
