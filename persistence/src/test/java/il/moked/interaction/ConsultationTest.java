// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ConsultationTest {
    private static final Instant NOON = Instant.parse("2026-05-14T09:00:00Z");
    private final Consultation question = new Consultation(InteractionTest.conversation(), null, null, null, NOON);

    @Test
    void aQuestionIsOpenUntilItsFirstEnd() {
        assertThat(question.open()).isTrue();
        question.end(Consultation.Outcome.ANSWERED, NOON.plusSeconds(60));
        question.end(Consultation.Outcome.WITHDRAWN, NOON.plusSeconds(90));
        assertThat(question.open()).isFalse();
        assertThat(question.outcome()).contains(Consultation.Outcome.ANSWERED);
        assertThat(question.endedAt()).contains(NOON.plusSeconds(60));
    }
}
