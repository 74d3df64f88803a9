// SPDX-License-Identifier: Apache-2.0
package il.moked.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import il.moked.customer.Customer;
import il.moked.customer.Segment;
import il.moked.shared.BusinessException;
import il.moked.survey.Survey.About;
import java.lang.reflect.Field;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SurveyTest {
    private static final Instant ASKED = Instant.parse("2026-11-30T08:00:00Z");
    private static final Judgement GOOD = new Judgement(9, 8, 7);

    /** With equal weights the published formula is (sum − 3) / 27 × 100. */
    @ParameterizedTest
    @CsvSource({"1, 1, 1, 0", "10, 10, 10, 100", "8, 7, 7, 70.370", "7.9, 7.2, 7.4, 72.222", "10, 1, 1, 33.333"})
    void theIndexIsThatOfTheMeans(double overall, double expectations, double ideal, double index) {
        assertThat(SatisfactionIndex.of(overall, expectations, ideal)).isEqualTo(index, within(0.001));
    }

    @Test
    void whoSaidNothingGivesNoIndex() {
        Satisfaction none = new Satisfaction(null, 4, 0, Double.NaN, Double.NaN, Double.NaN);
        assertThat(none.index()).isNull();
        assertThat(none.few()).isFalse();
        assertThat(new Satisfaction(null, 40, 29, 8, 7, 7).few()).isTrue();
        assertThat(new Satisfaction(null, 40, 30, 8, 7, 7)).satisfies(some -> {
            assertThat(some.few()).isFalse();
            assertThat(some.share()).isEqualTo(75);
            assertThat(some.index()).isEqualTo(70);
        });
    }

    @ParameterizedTest
    @CsvSource({"0, 5, 5, overall", "5, 11, 5, expectations", "5, 5, -1, ideal"})
    void eachQuestionIsAnsweredFromOneToTen(int overall, int expectations, int ideal, String wrong) {
        assertThatThrownBy(() -> new Judgement(overall, expectations, ideal)).isInstanceOfSatisfying(BusinessException.class, refusal -> {
            assertThat(refusal.code()).isEqualTo("survey.scale");
            assertThat(refusal.arguments().get(0)).isEqualTo(wrong);
        });
    }

    @Test
    void anAnswerIsGivenOnceAndInTime() throws Exception {
        Survey survey = survey();
        survey.answer(GOOD, "תודה", ASKED.plusSeconds(60));
        assertThat(survey.judgement()).contains(GOOD);
        assertThatThrownBy(() -> survey.answer(new Judgement(1, 1, 1), null, ASKED.plusSeconds(61))).hasMessageContaining("survey.answered");
        assertThat(survey.judgement()).contains(GOOD);
        Survey late = survey();
        assertThatThrownBy(() -> late.answer(GOOD, null, ASKED.plus(Survey.OPEN))).hasMessageContaining("survey.over");
        assertThat(late.answered()).isFalse();
        late.answer(GOOD, null, ASKED.plus(Survey.OPEN).minusMillis(1));
        assertThat(late.answered()).isTrue();
    }

    private static Survey survey() throws ReflectiveOperationException {
        Customer customer = Customer.person("נועה", "כהן", null, Segment.VIP, "he", ASKED);
        Field id = Customer.class.getDeclaredField("id");
        id.setAccessible(true);
        id.set(customer, 7L);
        return new Survey("hash", customer, new About(Occasion.CASE, 1, 1, null), ASKED);
    }
}
