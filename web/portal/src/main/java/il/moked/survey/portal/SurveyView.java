// SPDX-License-Identifier: Apache-2.0
package il.moked.survey.portal;

import il.moked.shared.BusinessException;
import il.moked.shared.portal.Texts;
import il.moked.shared.ui.ActiveLocale;
import il.moked.survey.Judgement;
import il.moked.survey.Survey;
import il.moked.survey.ejb.OwnSurvey.View;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.IntStream;

/** WEB-INF/site/survey/survey.xhtml: what is asked, and what was chosen before it was refused. */
@Named
@RequestScoped
public class SurveyView {
    private static final List<Integer> SCALE = IntStream.rangeClosed(Judgement.WORST, Judgement.BEST).boxed().toList();

    @Inject
    Texts texts;
    @Inject
    ActiveLocale activeLocale;

    private String token = "";
    private View survey;
    private int overall;
    private int expectations;
    private int ideal;
    private String words = "";
    private String wrong = "";
    private String field = "";

    void shows(String secret, View what) {
        token = secret;
        survey = what;
    }

    void typed(int first, int second, int third, String said) {
        overall = first;
        expectations = second;
        ideal = third;
        words = said == null ? "" : said;
    }

    void refused(BusinessException why) {
        wrong = texts.refusal(why, activeLocale.getLocale());
        field = why.arguments().isEmpty() ? "" : why.arguments().get(0).toString();
    }

    /** Null where nothing is wrong with it. */
    public String wrongIn(String asked) {
        return field.equals(asked) ? wrong : null;
    }

    /** What was chosen for a question; 0 for nothing. */
    public int chosen(String question) {
        return switch (question) {
            case "overall" -> overall;
            case "expectations" -> expectations;
            default -> ideal;
        };
    }

    public List<String> getQuestions() {
        return List.of("overall", "expectations", "ideal");
    }

    public List<Integer> getScale() {
        return SCALE;
    }

    public int getLongest() {
        return Survey.LONGEST_REMARK;
    }

    public String getToken() {
        return token;
    }

    public View getSurvey() {
        return survey;
    }

    public int getOverall() {
        return overall;
    }

    public int getExpectations() {
        return expectations;
    }

    public int getIdeal() {
        return ideal;
    }

    public String getWords() {
        return words;
    }
}
