// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice.ejb;

import static org.assertj.core.api.Assertions.assertThat;

import il.moked.customer.ContactPoint;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OwnDetailsTest {
    @Test
    void anAddressIsShownAsFarAsHeKnowsItAgain() {
        assertThat(OwnDetails.masked(ContactPoint.Kind.EMAIL, "dana@example.org")).isEqualTo("d•••@example.org");
        assertThat(OwnDetails.masked(ContactPoint.Kind.PHONE, "+972521234567")).endsWith("4567").doesNotContain("123");
        assertThat(OwnDetails.masked(ContactPoint.Kind.PHONE, "*123")).doesNotContain("123");
    }

    @Test
    void onlyFourDigitsThatEndHisNumberAnswer() {
        PortalPeople.Person person = new PortalPeople.Person(1, 1, false, Optional.of("123456782"));
        assertThat(person.answersTo("6782")).isTrue();
        assertThat(person.answersTo("2")).isFalse();
        assertThat(person.answersTo("")).isFalse();
        assertThat(person.answersTo(null)).isFalse();
        assertThat(new PortalPeople.Person(1, 1, false, Optional.empty()).answersTo("6782")).isFalse();
    }
}
