// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.portal;

import static org.assertj.core.api.Assertions.assertThat;

import il.moked.interaction.FormSubmission;
import il.moked.interaction.portal.ContactForm.Field;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContactFormTest {
    private final Map<String, String> typed = new HashMap<>(Map.of("name", "רות כהן", "email", "Ruth@Example.co.il", "topic", "billing", "text", "שאלה", "consent", "yes"));

    private ContactForm form() {
        return ContactForm.typed(typed::get);
    }

    @Test
    void aWholeFormHasNoProblems() {
        assertThat(form().problems()).isEmpty();
    }

    @Test
    void anEmptyOneHasAProblemForEachFieldThatMustBeFilledInTheOrderOfThePage() {
        assertThat(ContactForm.typed(name -> null).problems().keySet()).containsExactly(Field.NAME, Field.EMAIL, Field.TOPIC, Field.TEXT, Field.CONSENT);
    }

    @Test
    void aPhoneIsEnoughToBeAnswered() {
        typed.remove("email");
        typed.put("phone", "052-345-6789");
        assertThat(form().problems()).isEmpty();
        assertThat(submission().phone()).isEqualTo("+972523456789");
        assertThat(submission().email()).isNull();
    }

    @Test
    void aWrongAddressIsAProblemEvenBesideAGoodPhone() {
        typed.put("email", "ruth@");
        typed.put("phone", "052-345-6789");
        assertThat(form().problems()).containsExactly(Map.entry(Field.EMAIL, "wrong"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"12", "abc", "0000000000000000000000000"})
    void aNumberThatCannotExistIsAProblem(String phone) {
        typed.put("phone", phone);
        assertThat(form().problems()).containsExactly(Map.entry(Field.PHONE, "wrong"));
    }

    @Test
    void theCheckDigitOfAnIdIsChecked() {
        typed.put("nationalid", "123456789");
        assertThat(form().problems()).containsExactly(Map.entry(Field.NATIONALID, "wrong"));
        typed.put("nationalid", "123456782");
        assertThat(form().problems()).isEmpty();
        assertThat(submission().nationalId()).isEqualTo("123456782");
    }

    @Test
    void onlyTopicsOfTheListAreTaken() {
        typed.put("topic", "<script>");
        assertThat(form().problems()).containsExactly(Map.entry(Field.TOPIC, "missing"));
    }

    @Test
    void whiteSpaceIsNoText() {
        typed.put("name", " \t ");
        typed.put("text", "\r\n\u0000");
        assertThat(form().problems()).containsOnly(Map.entry(Field.NAME, "missing"), Map.entry(Field.TEXT, "missing"));
    }

    @Test
    void lengthsHaveLimits() {
        typed.put("name", "א".repeat(ContactForm.LONGEST_NAME + 1));
        typed.put("text", "א".repeat(ContactForm.LONGEST_TEXT + 1));
        assertThat(form().problems()).containsOnly(Map.entry(Field.NAME, "long"), Map.entry(Field.TEXT, "long"));
        typed.put("name", "א".repeat(ContactForm.LONGEST_NAME));
        typed.put("text", "א".repeat(ContactForm.LONGEST_TEXT));
        assertThat(form().problems()).isEmpty();
    }

    @Test
    void consentIsGivenOrItIsNot() {
        typed.put("consent", "on");
        assertThat(form().problems()).containsOnlyKeys(Field.CONSENT);
    }

    @Test
    void whatIsHandedInIsInTheFormThatIsCompared() {
        typed.put("text", "  שורה\r\nשנייה \u202E ");
        FormSubmission submission = submission();
        assertThat(submission.reference()).isEqualTo("ABCDE12345");
        assertThat(submission.email()).isEqualTo("ruth@example.co.il");
        assertThat(submission.topic()).isEqualTo("חשבון");
        assertThat(submission.text()).isEqualTo("שורה\nשנייה ⟦U+202E⟧");
        assertThat(FormSubmission.read(submission.bytes())).isEqualTo(submission);
    }

    @Test
    void whatWasTypedIsKeptAsItWasTyped() {
        typed.put("text", "  <b>שלום</b>\r\n ");
        assertThat(form().text()).isEqualTo("  <b>שלום</b>\r\n ");
    }

    private FormSubmission submission() {
        return form().submission("ABCDE12345", "חשבון", "he", List.of());
    }
}
