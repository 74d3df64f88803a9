// SPDX-License-Identifier: Apache-2.0
package il.moked.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import il.moked.casework.CaseCondition.Field;
import il.moked.casework.CaseCondition.Operator;
import il.moked.channel.Channel;
import il.moked.customer.Segment;
import il.moked.shared.BusinessException;
import org.junit.jupiter.api.Test;

class CaseConditionTest {
    private static final CaseFacts FACTS = new CaseFacts(ServiceCase.Kind.FAULT, ServiceCase.Severity.HIGH, ServiceCase.State.OPEN, "service", Segment.VIP, null, Channel.EMAIL, "הַנַּתָּב  לא־עובד", "Router X5: דו״ח שלום", true);

    private static boolean holds(Field field, Operator operator, String value) {
        return new CaseCondition(field, operator, value).check(FACTS).holds();
    }

    @Test
    void eachFieldIsComparedAsItIs() {
        assertThat(holds(Field.KIND, Operator.IS, "FAULT")).isTrue();
        assertThat(holds(Field.KIND, Operator.IS_NOT, "FAULT")).isFalse();
        assertThat(holds(Field.STATE, Operator.IS, "OPEN")).isTrue();
        assertThat(holds(Field.TEAM, Operator.IS, "service")).isTrue();
        assertThat(holds(Field.SEGMENT, Operator.IS, "VIP")).isTrue();
        assertThat(holds(Field.CHANNEL, Operator.IS_NOT, "CHAT")).isTrue();
        assertThat(holds(Field.LATE, Operator.IS, "true")).isTrue();
        assertThat(holds(Field.PRODUCT, Operator.IS_NOT, "R-1")).as("none is another").isTrue();
    }

    @Test
    void aSeverityIsAtLeastItselfAndWhatIsLess() {
        assertThat(holds(Field.SEVERITY, Operator.AT_LEAST, "NORMAL")).isTrue();
        assertThat(holds(Field.SEVERITY, Operator.AT_LEAST, "HIGH")).isTrue();
        assertThat(holds(Field.SEVERITY, Operator.AT_LEAST, "CRITICAL")).isFalse();
    }

    @Test
    void textIsFoundWhateverItsPointsFinalLettersQuotesAndHyphens() {
        assertThat(holds(Field.TEXT, Operator.CONTAINS, "הנתב לא עובד")).isTrue();
        assertThat(holds(Field.TEXT, Operator.CONTAINS, "נתב")).isTrue();
        assertThat(holds(Field.TEXT, Operator.CONTAINS, "דו\"ח שלומ")).isTrue();
        assertThat(holds(Field.TEXT, Operator.CONTAINS, "router x5")).isTrue();
        assertThat(holds(Field.TEXT, Operator.CONTAINS_NOT, "מדפסת")).isTrue();
    }

    @Test
    void whatItHasIsToldButNoTextIsRepeated() {
        assertThat(new CaseCondition(Field.SEVERITY, Operator.IS, "LOW").check(FACTS).actual()).isEqualTo("HIGH");
        assertThat(new CaseCondition(Field.TEXT, Operator.CONTAINS, "x").check(FACTS).actual()).isEmpty();
    }

    @Test
    void whatCannotBeAskedIsRefused() {
        for (Runnable wrong : new Runnable[] {() -> holds(Field.KIND, Operator.AT_LEAST, "FAULT"), () -> holds(Field.KIND, Operator.IS, "NONE"), () -> holds(Field.TEXT, Operator.CONTAINS, " "), () -> holds(Field.LATE, Operator.IS, "maybe"),
                () -> holds(null, Operator.IS, "x"), () -> holds(Field.TEAM, null, "x"), () -> holds(Field.TEXT, Operator.CONTAINS, "x".repeat(201))}) {
            assertThatThrownBy(wrong::run).isInstanceOf(BusinessException.class).hasMessage("casework.condition");
        }
    }
}
