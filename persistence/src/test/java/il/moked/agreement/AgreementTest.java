// SPDX-License-Identifier: Apache-2.0
package il.moked.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import il.moked.agreement.AgreementTemplate.Granted;
import il.moked.agreement.OwnedProduct.Warranty;
import il.moked.shared.BusinessException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgreementTest {
    private static final LocalDate FROM = LocalDate.of(2026, 5, 17);
    private final AgreementTemplate template = new AgreementTemplate("gold").named("זהב", "Gold").selling(Agreement.Kind.MAINTENANCE, null, 12, null)
            .granting(List.of(new Granted(Entitlement.Kind.VISIT, EntitlementPeriod.YEAR, 2)));

    private Agreement agreement(LocalDate until) {
        return new Agreement("M-1", 1, template, FROM, until, Instant.EPOCH);
    }

    @Test
    void itRunsAsLongAsItsTemplateSaysAndHoldsOnItsLastDay() {
        Agreement agreement = agreement(null);
        assertThat(agreement.until()).contains(LocalDate.of(2027, 5, 16));
        assertThat(agreement.validOn(FROM.minusDays(1))).isFalse();
        assertThat(agreement.validOn(FROM)).isTrue();
        assertThat(agreement.validOn(LocalDate.of(2027, 5, 16))).isTrue();
        assertThat(agreement.validOn(LocalDate.of(2027, 5, 17))).isFalse();
    }

    @Test
    void itDoesNotEndBeforeItBegins() {
        assertThatThrownBy(() -> agreement(FROM.minusDays(1))).isInstanceOfSatisfying(BusinessException.class, refusal -> assertThat(refusal.code()).isEqualTo("agreement.dates"));
        Agreement agreement = agreement(null);
        assertThatThrownBy(() -> agreement.runsUntil(FROM.minusDays(1))).isInstanceOf(BusinessException.class);
        agreement.runsUntil(FROM);
        assertThat(agreement.validOn(FROM.plusDays(1))).isFalse();
    }

    @Test
    void whatTheTemplateGrantsIsHisAndStaysSoWhenTheTemplateChanges() {
        Agreement agreement = agreement(null);
        template.granting(List.of());
        assertThat(agreement.entitlements()).singleElement().satisfies(visits -> {
            assertThat(visits.left(FROM)).isEqualTo(2);
            assertThat(visits.stretch(FROM.plusMonths(13)).from()).isEqualTo(FROM.plusYears(1));
        });
        assertThat(template.entitlements()).isEmpty();
    }

    @Test
    void aWarrantySaysWhenItEndsSoon() {
        OwnedProduct router = new OwnedProduct(1, "R-1", "Router", null, Instant.EPOCH).bought(FROM, FROM.plusYears(1));
        assertThat(router.warranty(FROM)).isEqualTo(Warranty.VALID);
        assertThat(router.warranty(FROM.plusYears(1).minusDays(29))).isEqualTo(Warranty.ENDING);
        assertThat(router.warranty(FROM.plusYears(1))).as("its last day").isEqualTo(Warranty.ENDING);
        assertThat(router.warranty(FROM.plusYears(1).plusDays(1))).isEqualTo(Warranty.OVER);
        assertThat(new OwnedProduct(1, "R-1", "Router", null, Instant.EPOCH).warranty(FROM)).isEqualTo(Warranty.NONE);
    }
}
