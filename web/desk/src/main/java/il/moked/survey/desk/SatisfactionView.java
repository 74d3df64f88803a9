// SPDX-License-Identifier: Apache-2.0
package il.moked.survey.desk;

import il.moked.shared.BusinessException;
import il.moked.shared.OneOf;
import il.moked.shared.Page;
import il.moked.shared.desk.Screen;
import il.moked.survey.Satisfaction;
import il.moked.survey.Surveys.Cursor;
import il.moked.survey.Surveys.Grouping;
import il.moked.survey.ejb.SatisfactionReading;
import il.moked.survey.ejb.SatisfactionReading.Said;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;

/** supervisor/satisfaction.xhtml: what customers said, in figures and in their own words. */
@Named
@RequestScoped
public class SatisfactionView {
    private static final List<Integer> DAYS = List.of(30, 90, 365);
    private static final List<Grouping> GROUPINGS = List.of(Grouping.OCCASION, Grouping.TEAM, Grouping.CHANNEL, Grouping.SEGMENT);

    @Inject
    SatisfactionReading reading;
    @Inject
    Screen screen;

    private Satisfaction all;
    private List<Satisfaction> groups;
    private Page<Said> said;

    public List<Integer> choices() {
        return DAYS;
    }

    public int days() {
        return DAYS.stream().filter(days -> days.toString().equals(screen.text("days"))).findFirst().orElse(DAYS.get(0));
    }

    public List<Grouping> groupings() {
        return GROUPINGS;
    }

    public Grouping grouping() {
        return OneOf.named(Grouping.class, screen.text("by")).filter(GROUPINGS::contains).orElse(Grouping.OCCASION);
    }

    public Satisfaction all() {
        return all = all == null ? reading.all(days()) : all;
    }

    public List<Satisfaction> groups() {
        return groups = groups == null ? reading.by(days(), grouping()) : groups;
    }

    public List<Said> said() {
        return page().rows();
    }

    public boolean isMore() {
        return page().more();
    }

    /** Null when nobody said anything. */
    public Said last() {
        return said().isEmpty() ? null : said().get(said().size() - 1);
    }

    private Page<Said> page() {
        return said = said == null ? reading.said(days(), after()) : said;
    }

    private Cursor after() {
        try {
            return screen.text("after-id") == null ? null : new Cursor(Instant.parse(screen.text("after-at")), screen.number("after-id"));
        } catch (DateTimeException | NullPointerException notOne) {
            throw new BusinessException("shared.bad-request");
        }
    }
}
