// SPDX-License-Identifier: Apache-2.0
package il.moked.survey.ejb;

import il.moked.access.Role;
import il.moked.selfservice.Secret;
import il.moked.shared.BusinessException;
import il.moked.shared.NotFoundException;
import il.moked.shared.ShownText;
import il.moked.shared.ejb.DomainEvents;
import il.moked.survey.Judgement;
import il.moked.survey.Occasion;
import il.moked.survey.Survey;
import il.moked.survey.Surveys;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;

/** What a customer does with a survey he was sent: whoever holds its token answers, once. Nothing of the customer is shown. */
@Stateless
@PermitAll
@RunAs(Role.SYSTEM)
public class OwnSurvey {
    @Inject
    Surveys surveys;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    /** @param open whether it can be answered */
    public record View(Occasion occasion, String language, boolean answered, boolean open) {
    }

    /** @throws NotFoundException {@code survey.unknown} */
    public View look(String token) {
        Survey survey = surveys.with(new Secret(token).hash()).orElseThrow(OwnSurvey::unknown);
        return new View(survey.occasion(), survey.language(), survey.answered(), !survey.answered() && !survey.over(clock.instant()));
    }

    /**
     * @param words of his own, or null
     * @throws NotFoundException {@code survey.unknown}
     * @throws BusinessException {@code survey.answered}, {@code survey.over}, {@code shared.field-too-long}
     */
    public void answer(String token, Judgement judgement, String words) {
        Survey survey = surveys.withLocked(new Secret(token).hash()).orElseThrow(OwnSurvey::unknown);
        String said = words == null || words.isBlank() ? null : ShownText.storable(words).strip();
        if (said != null && said.length() > Survey.LONGEST_REMARK) {
            throw new BusinessException("shared.field-too-long", "words", Survey.LONGEST_REMARK);
        }
        survey.answer(judgement, said, clock.instant());
        events.tell(new SurveyActed(survey.id(), survey.customerId(), "survey.answered", Integer.toString(judgement.index())));
    }

    private static NotFoundException unknown() {
        return new NotFoundException("survey.unknown");
    }
}
