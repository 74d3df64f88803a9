// SPDX-License-Identifier: Apache-2.0
package il.moked.survey.ejb;

import il.moked.access.Role;
import il.moked.access.StaffUsers;
import il.moked.access.Team;
import il.moked.channel.Channel;
import il.moked.customer.Segment;
import il.moked.shared.Page;
import il.moked.survey.Judgement;
import il.moked.survey.Occasion;
import il.moked.survey.Satisfaction;
import il.moked.survey.Survey;
import il.moked.survey.Surveys;
import il.moked.survey.Surveys.Answered;
import il.moked.survey.Surveys.Cursor;
import il.moked.survey.Surveys.Grouping;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What customers said, in figures and in their own words. */
@Stateless
@RolesAllowed({Role.SUPERVISOR, Role.ADMINISTRATOR})
public class SatisfactionReading {
    public static final int LONGEST_DAYS = 366;
    private static final int PAGE = 20;

    @Inject
    Surveys surveys;
    @Inject
    StaffUsers users;
    @Inject
    Clock clock;

    /** @param days back from now, 1 to {@link #LONGEST_DAYS} */
    public Satisfaction all(int days) {
        return by(days, Grouping.NOTHING).get(0);
    }

    @RolesAllowed({Role.SUPERVISOR, Role.ADMINISTRATOR, Role.INTEGRATION})
    public List<Satisfaction> by(int days, Grouping grouping) {
        return surveys.satisfaction(since(days), clock.instant(), grouping);
    }

    /** What the teams are called that figures are told by, by their codes. */
    public Map<String, String> teams(String language) {
        return users.teams().stream().collect(Collectors.toMap(Team::code, team -> team.name(language)));
    }

    private Instant since(int days) {
        return clock.instant().minus(Duration.ofDays(Math.max(1, Math.min(LONGEST_DAYS, days))));
    }

    /** @param channel or null @param words or null */
    public record Said(long id, Instant at, long customerId, String customer, Occasion occasion, Channel channel, Segment segment, Judgement judgement, String words) {
    }

    /** Newest first. @param after null for the newest page */
    public Page<Said> said(int days, Cursor after) {
        Page<Answered> page = surveys.answered(since(days), after, PAGE);
        return new Page<>(page.rows().stream().map(SatisfactionReading::said).toList(), page.more());
    }

    private static Said said(Answered answered) {
        Survey survey = answered.survey();
        return new Said(survey.id(), survey.answeredAt().orElseThrow(), survey.customerId(), answered.customer().displayName(), survey.occasion(), survey.channel().orElse(null), survey.segment(), survey.judgement().orElseThrow(),
                survey.remark().orElse(null));
    }
}
