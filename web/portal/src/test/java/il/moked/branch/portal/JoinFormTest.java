// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.portal;

import static org.assertj.core.api.Assertions.assertThat;

import il.moked.branch.portal.JoinForm.Field;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JoinFormTest {
    private static Map<Field, String> problems(Map<String, String> typed) {
        return JoinForm.typed(typed::get).problems();
    }

    @Test
    void everyFieldThatIsWrongIsNamed() {
        assertThat(problems(Map.of())).isEqualTo(Map.of(Field.TELEPHONE, "missing", Field.REASON, "missing", Field.EXPECTED, "missing"));
        assertThat(problems(Map.of("name", "x".repeat(121), "telephone", "12", "reason", "bill", "expected", "7"))).isEqualTo(Map.of(Field.NAME, "long", Field.TELEPHONE, "wrong", Field.EXPECTED, "missing"));
    }

    @Test
    void aNumberThatGetsNoTextMessageIsNone() {
        assertThat(problems(Map.of("telephone", "03-6123456", "reason", "bill", "expected", "30"))).isEqualTo(Map.of(Field.TELEPHONE, "mobile"));
        assertThat(problems(Map.of("telephone", "052-345-6789", "reason", "bill", "expected", "30"))).isEmpty();
    }
}
