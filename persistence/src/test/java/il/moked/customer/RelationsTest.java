// SPDX-License-Identifier: Apache-2.0
package il.moked.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import il.moked.shared.BusinessException;
import java.time.Instant;
import java.time.LocalDate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RelationsTest {
    private static final Instant NOW = Instant.parse("2026-05-14T09:00:00Z");
    private static final LocalDate MAY = LocalDate.of(2026, 5, 14);

    private final Customer dana = Customer.person("דנה", "לוי", null, Segment.PRIVATE, "he", NOW);
    private final Customer noam = Customer.person("נועם", "לוי", null, Segment.PRIVATE, "he", NOW);
    private final Customer bakery = Customer.company("מאפייה", null, "he", NOW);

    @BeforeEach
    void numbered() {
        Ids.give(dana, 1, noam, 2, bakery, 3);
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(BusinessException.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    @Test
    void peopleComeAndGoAndMayComeBack() {
        Household household = new Household("לוי", NOW);
        household.admit(dana, HouseholdMember.Part.ADULT, NOW);
        household.admit(noam, HouseholdMember.Part.CHILD, NOW);
        refused("customer.household-twice", () -> household.admit(noam, HouseholdMember.Part.OTHER, NOW));
        refused("customer.not-a-person", () -> household.admit(bakery, HouseholdMember.Part.OTHER, NOW));
        household.leaves(2, NOW);
        refused("customer.unknown-relation", () -> household.leaves(2, NOW));
        assertThat(household.members()).extracting(HouseholdMember::person).containsExactly(dana);
        household.admit(noam, HouseholdMember.Part.ADULT, NOW);
        assertThat(household.members()).hasSize(2);
    }

    @Test
    void aHouseholdHasAnEnd() {
        Household household = new Household("מעונות", NOW);
        for (int at = 0; at < Household.MOST_MEMBERS; at++) {
            Customer student = Customer.person("x", "y", null, Segment.PRIVATE, "he", NOW);
            Ids.give(student, 100 + at);
            household.admit(student, HouseholdMember.Part.OTHER, NOW);
        }
        refused("customer.household-full", () -> household.admit(dana, HouseholdMember.Part.OTHER, NOW));
    }

    @Test
    void aPersonActsForACompanyInHisDaysOnly() {
        AuthorisedPerson signs = new AuthorisedPerson(bakery, dana, AuthorisedPerson.Role.SIGNATORY, MAY, MAY.plusDays(10), "crm", NOW);
        assertThat(signs.on(MAY.minusDays(1))).isFalse();
        assertThat(signs.on(MAY)).isTrue();
        assertThat(signs.on(MAY.plusDays(10))).isTrue();
        assertThat(signs.on(MAY.plusDays(11))).isFalse();
        signs.endAfter(null);
        assertThat(signs.on(MAY.plusYears(9))).isTrue();
        refused("shared.invalid", () -> signs.endAfter(MAY.minusDays(1)));
        refused("customer.not-a-company", () -> new AuthorisedPerson(dana, noam, AuthorisedPerson.Role.OWNER, MAY, null, "crm", NOW));
        refused("customer.not-a-person", () -> new AuthorisedPerson(bakery, bakery, AuthorisedPerson.Role.OWNER, MAY, null, "crm", NOW));
    }
}
