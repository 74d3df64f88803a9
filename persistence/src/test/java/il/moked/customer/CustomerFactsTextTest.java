// SPDX-License-Identifier: Apache-2.0
package il.moked.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import il.moked.customer.CustomerFacts.Fact;
import il.moked.shared.BusinessException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CustomerFactsTextTest {
    @Test
    void whatIsLeftOutIsNotKnown() {
        assertThat(CustomerFactsText.read("{\"employees\":80,\"yearlyShekels\":0,\"marked\":true}")).isEqualTo(Map.of(Fact.EMPLOYEES, 80L, Fact.YEARLY_SHEKELS, 0L, Fact.MARKED, 1L));
        assertThat(CustomerFactsText.read("{\"products\":null,\"marked\":false}")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{\"employes\":80} | shared.field-unknown | employes", "{\"employees\":-1} | shared.field-range | employees", "{\"employees\":1.5} | shared.field-not-whole | employees",
            "{\"yearlyShekels\":1000000000001} | shared.field-range | yearlyShekels", "{\"yearsKnown\":\"9\"} | shared.field-not-whole | yearsKnown", "{\"marked\":1} | shared.field-malformed | marked"})
    void whatIsWrongIsRefusedWithItsField(String text, String code, String field) {
        assertThatThrownBy(() -> CustomerFactsText.read(text)).isInstanceOfSatisfying(BusinessException.class, refused -> {
            assertThat(refused.code()).isEqualTo(code);
            assertThat(refused.arguments().get(0)).isEqualTo(field);
        });
    }
}
