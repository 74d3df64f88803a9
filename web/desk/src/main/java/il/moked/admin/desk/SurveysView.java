// SPDX-License-Identifier: Apache-2.0
package il.moked.admin.desk;

import il.moked.shared.desk.Screen;
import il.moked.survey.Occasion;
import il.moked.survey.SurveyPlan;
import il.moked.survey.ejb.SurveyPlanning;
import il.moked.survey.ejb.SurveyPlanning.PlanLine;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** admin/surveys.xhtml: how many customers are asked how it was. */
@Named
@RequestScoped
public class SurveysView {
    @Inject
    SurveyPlanning planning;
    @Inject
    Screen screen;
    @Inject
    Entered entered;
    @Inject
    Doing doing;

    private List<PlanLine> plans;
    private PlanLine chosen;
    private boolean finished;

    public List<PlanLine> plans() {
        return plans = plans == null ? planning.plans() : plans;
    }

    public boolean isEditing() {
        return !finished && entered.text("occasion") != null;
    }

    public PlanLine chosen() {
        return chosen = chosen == null ? planning.plan(entered.one("occasion", Occasion.class)) : chosen;
    }

    public void save() {
        Object saved = doing.told("saved", () -> {
            planning.change(entered.one("occasion", Occasion.class), entered.needWhole("percent", 0, SurveyPlan.ALL), (int) screen.number("version"));
            return true;
        });
        if (saved != null) {
            finished = true;
            screen.answer("go", "surveys.xhtml");
        }
    }
}
