// SPDX-License-Identifier: Apache-2.0
package il.moked.survey.desk;

import il.moked.shared.ui.ActiveLocale;
import il.moked.survey.Satisfaction;
import il.moked.survey.Surveys.Grouping;
import il.moked.survey.ejb.SatisfactionReading;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
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
    @Inject
    SatisfactionReading reading;

    private Map<String, String> teams;

    /** What those of a figure have in common. */
    public String group(Satisfaction figure, Grouping by) {
        return switch (by) {
            case OCCASION -> word("il.moked.survey.desk.satisfaction", "occasion." + figure.of());
            case CHANNEL -> word("il.moked.channel.desk.channel", "channel." + figure.of());
            case SEGMENT -> word("il.moked.channel.desk.channel", "segment." + figure.of());
            case TEAM -> team(figure.of());
            case NOTHING -> throw new IllegalArgumentException("nothing in common");
        };
    }

    private String team(String code) {
        teams = teams == null ? reading.teams(locale.getLang()) : teams;
        return teams.get(code);
    }

    private String word(String bundle, String key) {
        return ResourceBundle.getBundle(bundle, locale.getLocale()).getString(key);
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
