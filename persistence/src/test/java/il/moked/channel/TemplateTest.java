// SPDX-License-Identifier: Apache-2.0
package il.moked.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import il.moked.shared.BusinessException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TemplateTest {
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
