// SPDX-License-Identifier: Apache-2.0
package il.moked.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import il.moked.shared.BusinessException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class CustomerTest {
    private static final Instant NOW = Instant.parse("2026-05-14T09:00:00Z");
    private static final Particulars DANA = Particulars.none(Customer.Kind.PERSON, "he").with(Map.of(Particular.FIRST_NAME, "דנה", Particular.LAST_NAME, "לוי", Particular.NATIONAL_ID, "123456782"), LocalDate.of(2026, 5, 14));

    private static void refused(String code, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(BusinessException.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private static Customer company(String name) {
        return Customer.company(name, null, "he", NOW);
    }

    @Test
    void aGuestBecomesACustomerOnce() {
        Customer guest = Customer.guest("052-345-6789", "he", NOW);
        guest.reachableBy(ContactPoint.Kind.PHONE, "+972523456789", "052-345-6789", false, NOW);
        refused("customer.is-guest", () -> guest.change(DANA));
        guest.register(DANA);
        assertThat(guest.kind()).isEqualTo(Customer.Kind.PERSON);
        assertThat(guest.displayName()).isEqualTo("דנה לוי");
        assertThat(guest.contactPoints()).hasSize(1);
        assertThat(guest.particulars()).isEqualTo(DANA);
        refused("customer.not-a-guest", () -> guest.register(DANA));
    }

    @Test
    void aCompanyIsOfTheSegmentOfCompanies() {
        assertThat(Customer.registered(Particulars.none(Customer.Kind.COMPANY, "en").with(Map.of(Particular.NAME, "Carmel"), LocalDate.of(2026, 5, 14)), NOW).segment()).isEqualTo(Segment.SMALL_BUSINESS);
    }

    @Test
    void whatWasRemovedIsGoneUntilItIsGivenAgainAndIsProvedAnew() {
        Customer dana = Customer.registered(DANA, NOW);
        ContactPoint phone = dana.reachableBy(ContactPoint.Kind.PHONE, "+972523456789", "0523456789", true, NOW);
        phone.remove(NOW);
        assertThat(dana.contactPoints()).isEmpty();
        ContactPoint again = dana.reachableBy(new ContactPoint.Written(ContactPoint.Kind.PHONE, "+972523456789", "052-3456789", "בית"), NOW.plusSeconds(60));
        assertThat(again).isSameAs(phone);
        assertThat(again.verified()).isFalse();
        assertThat(again.label()).contains("בית");
        refused("customer.reach-twice", () -> dana.reachableBy(new ContactPoint.Written(ContactPoint.Kind.PHONE, "+972523456789", "x", null), NOW));
    }

    @Test
    void oneAddressOfAKindIsPreferred() {
        Customer dana = Customer.registered(DANA, NOW);
        ContactPoint first = dana.reachableBy(ContactPoint.Kind.PHONE, "+972523456789", "1", true, NOW);
        ContactPoint second = dana.reachableBy(ContactPoint.Kind.PHONE, "+972523456780", "2", true, NOW);
        ContactPoint mail = dana.reachableBy(ContactPoint.Kind.EMAIL, "a@b.example", "3", true, NOW);
        mail.prefer(true);
        first.prefer(true);
        Ids.give(first, 1, second, 2, mail, 3);
        dana.preferContactPoint(2);
        assertThat(first.preferred()).isFalse();
        assertThat(second.preferred()).isTrue();
        assertThat(mail.preferred()).isTrue();
        refused("customer.unknown-reach", () -> dana.preferContactPoint(9));
    }

    @Test
    void companiesBelongToCompaniesAndNeverInACircle() {
        Customer group = company("קבוצה");
        Customer middle = company("חברת בת");
        Customer small = company("נכדה");
        Ids.give(group, 1, middle, 2, small, 3);
        middle.ownedBy(group);
        small.ownedBy(middle);
        refused("customer.company-circle", () -> group.ownedBy(small));
        refused("customer.company-circle", () -> group.ownedBy(group));
        refused("customer.not-a-company", () -> small.ownedBy(Customer.registered(DANA, NOW)));
        small.ownedBy(null);
        group.ownedBy(small);
        assertThat(group.parent()).contains(small);
    }

    @Test
    void theSameNumberIsNotKeptTwice() {
        Customer dana = Customer.registered(DANA, NOW);
        Identifier.Value passport = new Identifier.Value(Identifier.Kind.PASSPORT, "FR", "12AB345");
        Ids.give(dana.identifiedBy(passport, NOW), 5);
        refused("customer.identifier-twice", () -> dana.identifiedBy(passport, NOW));
        refused("customer.unknown-identifier", () -> dana.removeIdentifier(6));
        dana.removeIdentifier(5);
        assertThat(dana.identifiers()).isEmpty();
    }
}
