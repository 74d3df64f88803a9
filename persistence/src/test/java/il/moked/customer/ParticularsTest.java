// SPDX-License-Identifier: Apache-2.0
package il.moked.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import il.moked.shared.WrongFieldsException;
import il.moked.shared.WrongFieldsException.Wrong;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ParticularsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 5, 14);
    private static final Particulars PERSON = Particulars.none(Customer.Kind.PERSON, "he");
    private static final Particulars DANA = PERSON.with(Map.of(Particular.FIRST_NAME, "דנה", Particular.LAST_NAME, "לוי", Particular.NATIONAL_ID, "12345678-2", Particular.BIRTH_DATE, "7.3.1985", Particular.POSTCODE, "6801298"), TODAY);

    private static List<Wrong> wrong(Particulars known, Map<Particular, String> written) {
        try {
            known.with(written, TODAY);
            return List.of();
        } catch (WrongFieldsException refused) {
            return refused.wrong();
        }
    }

    @Test
    void valuesAreReadAsPeopleWriteThem() {
        assertThat(DANA.displayName()).isEqualTo("דנה לוי");
        assertThat(DANA.nationalId().digits()).isEqualTo("123456782");
        assertThat(DANA.birthDate()).isEqualTo(LocalDate.of(1985, 3, 7));
        assertThat(DANA.address().postcode()).isEqualTo("6801298");
    }

    @Test
    void whatIsNotWrittenStaysAndWhatIsBlankIsNotKnownAnyMore() {
        Particulars next = DANA.with(Map.of(Particular.CITY, "  חיפה ", Particular.BIRTH_DATE, " "), TODAY);
        assertThat(next.firstName()).isEqualTo("דנה");
        assertThat(next.address().city()).isEqualTo("חיפה");
        assertThat(next.birthDate()).isNull();
        assertThat(next.differences(DANA)).containsExactly(Particular.BIRTH_DATE, Particular.CITY);
    }

    @Test
    void everyWrongFieldIsNamed() {
        assertThat(wrong(PERSON, Map.of(Particular.LAST_NAME, "x".repeat(121), Particular.NATIONAL_ID, "123456789", Particular.BIRTH_DATE, "30.2.1990", Particular.POSTCODE, "!", Particular.LANGUAGE, "fr")))
                .containsExactlyInAnyOrder(Wrong.of("firstName", "shared.required"), Wrong.of("lastName", "shared.too-long", 120), Wrong.of("nationalId", "shared.national-id"), Wrong.of("birthDate", "customer.birth-date"), Wrong.of("postcode", "customer.postcode"), Wrong.of("language", "shared.language"));
    }

    @Test
    void nobodyIsBornTomorrowNorBeforeTheOldestPersonAlive() {
        assertThat(wrong(DANA, Map.of(Particular.BIRTH_DATE, "14.05.2026"))).isEmpty();
        assertThat(wrong(DANA, Map.of(Particular.BIRTH_DATE, "15.05.2026"))).containsExactly(Wrong.of("birthDate", "customer.birth-date"));
        assertThat(wrong(DANA, Map.of(Particular.BIRTH_DATE, "1896-05-14"))).containsExactly(Wrong.of("birthDate", "customer.birth-date"));
    }

    @Test
    void aCompanyHasOtherFieldsThanAPerson() {
        Particulars company = Particulars.none(Customer.Kind.COMPANY, "en");
        assertThat(wrong(company, Map.of(Particular.NAME, "Carmel", Particular.FIRST_NAME, "Dana"))).containsExactly(Wrong.of("firstName", "customer.field-of-other-kind"));
        assertThat(wrong(company, Map.of(Particular.COMPANY_NUMBER, "51400001"))).containsExactlyInAnyOrder(Wrong.of("companyNumber", "shared.company-number"), Wrong.of("name", "shared.required"));
        assertThat(company.with(Map.of(Particular.NAME, "Carmel", Particular.COMPANY_NUMBER, "51-400001-7"), TODAY).companyNumber().digits()).isEqualTo("514000017");
    }

    @Test
    void anAddressIsWrittenAsOnAnEnvelope() {
        assertThat(new PostalAddress("הרצל", "12א", "רחובות", "7610001").line()).isEqualTo("הרצל 12א, רחובות 7610001");
        assertThat(new PostalAddress(null, null, "רחובות", null).line()).isEqualTo("רחובות");
        assertThat(PostalAddress.UNKNOWN.line()).isEmpty();
    }

    @Test
    void aNumberOfAnotherStateIsKeptBareAndShownMasked() {
        WrongFieldsException.Reading reading = new WrongFieldsException.Reading();
        Identifier.Value passport = Identifier.read(Identifier.Kind.PASSPORT, "fr", "12 ab-345", "identifiers[0].", reading);
        reading.done();
        assertThat(passport).isEqualTo(new Identifier.Value(Identifier.Kind.PASSPORT, "FR", "12AB345"));
        assertThat(passport.masked()).isEqualTo("••••345");
        Identifier.read(null, "XQ", "1", "identifiers[1].", reading);
        assertThatThrownBy(reading::done).isInstanceOfSatisfying(WrongFieldsException.class, refused -> assertThat(refused.wrong()).containsExactly(
                Wrong.of("identifiers[1].country", "customer.country"), Wrong.of("identifiers[1].number", "customer.identifier-number"), Wrong.of("identifiers[1].kind", "shared.required")));
    }

    @Test
    void anImpossiblePhoneAndABadMailAreRefusedWhereTheyStand() {
        WrongFieldsException.Reading reading = new WrongFieldsException.Reading();
        assertThat(ContactPoint.read(ContactPoint.Kind.PHONE, "052-345-6789", "בעבודה", "", reading)).isEqualTo(new ContactPoint.Written(ContactPoint.Kind.PHONE, "+972523456789", "052-345-6789", "בעבודה"));
        ContactPoint.read(ContactPoint.Kind.PHONE, "*2345", null, "contactPoints[0].", reading);
        ContactPoint.read(ContactPoint.Kind.EMAIL, "nobody", null, "contactPoints[1].", reading);
        ContactPoint.read(ContactPoint.Kind.TELEGRAM, "", null, "contactPoints[2].", reading);
        assertThatThrownBy(reading::done).isInstanceOfSatisfying(WrongFieldsException.class, refused -> assertThat(refused.wrong()).containsExactly(
                Wrong.of("contactPoints[0].address", "shared.phone"), Wrong.of("contactPoints[1].address", "shared.email"), Wrong.of("contactPoints[2].kind", "customer.reach-kind"), Wrong.of("contactPoints[2].address", "shared.required")));
    }
}
