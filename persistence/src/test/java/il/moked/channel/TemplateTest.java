// SPDX-License-Identifier: Apache-2.0
package il.moked.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import il.moked.shared.BusinessException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TemplateTest {
    @org.junit.jupiter.params.ParameterizedTest
    @org.junit.jupiter.params.provider.CsvSource(delimiter = '|', nullValues = "null", value = {
            "Case Update | he    | x           | APPROVED | shared.field-malformed",
            "case_update | Hebrew| x           | APPROVED | shared.field-malformed",
            "case_update | he    | null        | APPROVED | shared.field-missing",
            "case_update | he    | x           | null     | shared.field-missing",
            "case_update | he    | a {{2}}     | APPROVED | channel.template-places",
            "case_update | he    | {{1}} {{3}} | APPROVED | channel.template-places"})
    void whatAProviderWouldNotHaveIsRefused(String name, String language, String text, Template.Status status, String code) {
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> Template.of(7, name, language, text, status)).isInstanceOfSatisfying(il.moked.shared.BusinessException.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    @Test
    void anAdministratorEntersWhatWasApproved() {
        Template template = Template.of(7, "case_update", "en_US", " {{2}} before {{1}} ", Template.Status.SUBMITTED);
        assertThat(template.places()).isEqualTo(2);
        assertThat(template.text()).isEqualTo("{{2}} before {{1}}");
        template.change("nothing to fill", Template.Status.APPROVED);
        assertThat(template.places()).isZero();
        assertThat(template.status()).isEqualTo(Template.Status.APPROVED);
    }

    private final Template template = new Template(1, "case_update", "he", "שלום {{1}}, עדכון בנושא {{2}}. תודה {{1}}");

    @Test
    void fillsEachPlaceWhereverItStands() {
        assertThat(template.places()).isEqualTo(2);
        assertThat(template.filled(List.of("דנה", "$1 \\ הלוואה"))).isEqualTo("שלום דנה, עדכון בנושא $1 \\ הלוואה. תודה דנה");
    }

    @Test
    void aTemplateWithoutPlacesTakesNothing() {
        assertThat(new Template(1, "hello", "en", "Hello").filled(List.of())).isEqualTo("Hello");
    }

    @Test
    void refusesWhatTheProviderWouldRefuse() {
        for (List<String> wrong : List.of(List.<String>of(), List.of("one"), List.of("one", " "), List.of("one", "two\nlines"), List.of("one", "x".repeat(501)), Arrays.asList("one", null))) {
            assertThatThrownBy(() -> template.filled(wrong)).as(String.valueOf(wrong.size())).isInstanceOf(BusinessException.class);
        }
    }
}
