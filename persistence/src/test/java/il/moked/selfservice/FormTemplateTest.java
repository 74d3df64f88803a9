// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice;

import static org.assertj.core.api.Assertions.assertThat;

import il.moked.selfservice.FormTemplate.Field;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormTemplateTest {
    @Test
    void fieldsAreFilledInAndWhatHasNoValueIsShownAsEmpty() {
        assertThat(FormTemplate.filled("אני {customer}, פנייה {case}, {date}", Map.of(Field.CUSTOMER, "נועה", Field.DATE, "01.02.2026"))).isEqualTo("אני נועה, פנייה –, 01.02.2026");
    }

    @Test
    void aValueIsNotReadAsAField() {
        assertThat(FormTemplate.filled("{customer} {subject}", Map.of(Field.CUSTOMER, "{subject} $1 \\", Field.SUBJECT, "x"))).isEqualTo("{subject} $1 \\ x");
    }

    @Test
    void whatCannotBeFilledInIsNamed() {
        assertThat(FormTemplate.unknownFields("{customer} {price} {customer-number} {Date}")).containsExactly("{price}");
    }
}
