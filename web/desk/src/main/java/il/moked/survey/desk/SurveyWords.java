// SPDX-License-Identifier: Apache-2.0
package il.moked.survey.desk;

import il.moked.shared.ui.ActiveLocale;
import il.moked.survey.Satisfaction;
import il.moked.survey.Surveys.Grouping;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ResourceBundle;

/** Words of surveys that pages cannot choose by themselves. */
@Named
@RequestScoped
public class SurveyWords {
    /** Below it nobody would call customers content, from it on they are. */
    private static final int LOW = 60;
    private static final int HIGH = 80;

    @Inject
    ActiveLocale locale;

    /** What those of a figure have in common. */
    public String group(Satisfaction figure, Grouping by) {
        String key = switch (by) {
            case OCCASION -> "occasion.";
            case CHANNEL -> "channel.";
            case SEGMENT -> "segment.";
            case NOTHING -> throw new IllegalArgumentException("nothing in common");
        };
        return ResourceBundle.getBundle(by == Grouping.OCCASION ? "il.moked.survey.desk.satisfaction" : "il.moked.channel.desk.channel", locale.getLocale()).getString(key + figure.of());
    }

    /** Of answers from 1 to 10; a dash when there are none. */
    public String mean(double answers) {
        return Double.isNaN(answers) ? "–" : String.format(locale.getLocale(), "%.1f", answers);
    }

    /** The end of the class of a status. */
    public String signal(int index) {
        return index >= HIGH ? "good" : index < LOW ? "bad" : "warn";
    }
}
