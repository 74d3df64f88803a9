// SPDX-License-Identifier: Apache-2.0
package il.moked.survey.ejb;

import il.moked.access.Role;
import il.moked.access.ejb.Administered;
import il.moked.shared.BusinessException;
import il.moked.shared.ejb.DomainEvents;
import il.moked.survey.Occasion;
import il.moked.survey.SurveyPlan;
import il.moked.survey.Surveys;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;

/** How many are asked how it was, as administrators keep it. */
@Stateless
@RolesAllowed(Role.ADMINISTRATOR)
public class SurveyPlanning {
    /** Kind of thing in the audit. */
    public static final String PLAN = "survey-plan";

    @Inject
    Surveys surveys;
    @Inject
    DomainEvents events;

    public record PlanLine(Occasion occasion, long number, int percent, int version) {
        static PlanLine of(SurveyPlan plan) {
            return new PlanLine(plan.occasion(), plan.number(), plan.percent(), plan.version());
        }
    }

    public List<PlanLine> plans() {
        return Stream.of(Occasion.values()).map(this::plan).toList();
    }

    public PlanLine plan(Occasion occasion) {
        return PlanLine.of(surveys.plan(occasion));
    }

    /** @param percent 0 to 100; 0 asks nobody @param seen the version the change is based on @throws BusinessException {@code shared.field-range}, {@code shared.conflict} when there is a newer version */
    public void change(Occasion occasion, int percent, int seen) {
        SurveyPlan plan = surveys.plan(occasion);
        plan.ask(percent, seen);
        surveys.flush();
        events.tell(new Administered("survey.plan-changed", PLAN, plan.number(), occasion + " " + percent + " %"));
    }
}
