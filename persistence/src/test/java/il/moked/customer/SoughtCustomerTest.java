// SPDX-License-Identifier: Apache-2.0
package il.moked.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import il.moked.customer.CustomerKeys.Reach;
import il.moked.customer.SoughtCustomer.Fit;
import il.moked.shared.BusinessException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoughtCustomerTest {
    private static final List<Reach> REACHED = List.of(new Reach(ContactPoint.Kind.PHONE, "+972523456789"), new Reach(ContactPoint.Kind.EMAIL, "moshe.hacohen77@mail.acme.example"), new Reach(ContactPoint.Kind.TELEGRAM, "4455667788"));

    private static CustomerKeys named(String name) {
        return CustomerKeys.of(7, Customer.Kind.PERSON, name, REACHED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "משה הכהן|משה|WHOLE", "משה הכהן|הכהן משה|WHOLE", "משה הכהן|הכה מש|BEGINNING", "משה הכהן|כהן|SOUND", "משה הכהן|כהנ|SOUND", "משה כהן|לכהן|SOUND", "משה כהן|ומשה|SOUND", "שמעון כהן|ושמעון|SOUND",
        "משה כהן|Moshe Cohen|SOUND", "משה כהן|kohen|SOUND", "Moshe Cohen|כהן משה|SOUND", "Yitzhak Haim|יצחק חיים|SOUND", "דוד לוי|דויד|SOUND", "דויד לוי|דוד|SOUND", "ג'ורג' חורי|גורג|WHOLE", "ג׳ורג׳ חורי|George Khoury|SOUND",
        "יצחק רבין|Yitz|SOUND_OF_BEGINNING", "אברהם|רהם|FRAGMENT", "אברהם|רה|FRAGMENT", "אברהם|שרה|", "משה כהן|משה לוי|",
        "אור שיווק בע״מ|בעמ|WHOLE", "אור שיווק בע״מ|בע\"מ אור|WHOLE", "מוסך 2000|2000|WHOLE",
        "א ב|0523456789|BEGINNING", "א ב|052-345-6789|BEGINNING", "א ב|052/345/6789|BEGINNING", "א ב|(052) 3456789|BEGINNING", "א ב|+972 52 345 6789|BEGINNING", "א ב|972523456789|BEGINNING", "א ב|00972523456789|BEGINNING", "א ב|6789|BEGINNING",
        "א ב|345 6789|BEGINNING", "א ב|052-34|BEGINNING", "א ב|9876|", "א ב|678|", "משה כהן|כהן 6789|BEGINNING", "משה כהן|6789 משה|BEGINNING",
        "א ב|moshe.hacohen77@mail.acme.example|BEGINNING", "א ב|MOSHE.hac|FRAGMENT", "א ב|moshe.hacohen77@mai|BEGINNING", "א ב|cohen77@mail|FRAGMENT", "א ב|hacohen|FRAGMENT", "א ב|@acme|FRAGMENT", "א ב|@cme|", "א ב|@mail.acme|FRAGMENT", "א ב|acme|FRAGMENT",
        "א ב|77@mail|", "א ב|4455667788|", "א ב|nobody@mail|"})
    void everyPartMustFitAndTheWorstTellsHowWell(String name, String typed, Fit fit) {
        assertThat(SoughtCustomer.of(typed).fit(named(name))).isEqualTo(Optional.ofNullable(fit));
    }

    @Test
    void tooLittleAndTooMuchAreRefused() {
        for (String typed : new String[] {null, "", "  א ", "x".repeat(201)}) {
            assertThatThrownBy(() -> SoughtCustomer.of(typed)).isInstanceOfSatisfying(BusinessException.class, refusal -> assertThat(refusal.code()).isEqualTo("customer.search-length"));
        }
    }

    @Test
    void signsAloneFindNobody() {
        assertThat(SoughtCustomer.of("-- @ *").nothing()).isTrue();
        assertThat(SoughtCustomer.of("-- @ *").fit(named("א ב"))).isEmpty();
    }

    @Test
    void aLongQuestionIsCutToSomeParts() {
        assertThat(SoughtCustomer.of("ab ".repeat(60)).parts()).hasSize(8);
    }

    @Test
    void guestsStandBehindKnownCustomers() {
        assertThat(CustomerKeys.of(1, Customer.Kind.GUEST, "x", List.of()).place()).isGreaterThan(CustomerKeys.of(Integer.MAX_VALUE, Customer.Kind.COMPANY, "x", List.of()).place());
    }

    @Test
    void theDigestChangesWithWhatHeIsFoundByAndWithNothingElse() {
        String digest = named("משה כהן").digest();
        assertThat(CustomerKeys.of(7, Customer.Kind.PERSON, "משה  כהן ", List.of(REACHED.get(1), REACHED.get(0))).digest()).isEqualTo(digest);
        assertThat(named("משה כהנא").digest()).isNotEqualTo(digest);
        assertThat(CustomerKeys.of(7, Customer.Kind.GUEST, "משה כהן", REACHED).digest()).isNotEqualTo(digest);
        assertThat(CustomerKeys.of(7, Customer.Kind.PERSON, "משה כהן", REACHED.subList(0, 1)).digest()).isNotEqualTo(digest);
    }

    @Test
    void domainsAreKeptWithAndWithoutTheirFirstLabels() {
        assertThat(named("x").domains()).containsExactlyInAnyOrder("mail.acme.example", "acme.example");
    }
}
