// SPDX-License-Identifier: Apache-2.0
package il.moked.survey.api;

import il.moked.shared.BusinessException;
import il.moked.shared.OneOf;
import il.moked.survey.Satisfaction;
import il.moked.survey.Surveys.Grouping;
import il.moked.survey.ejb.SatisfactionReading;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** How content those are who were asked, in figures; nobody's own words. */
@Path("satisfaction")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class SatisfactionResource {
    @Inject
    SatisfactionReading reading;

    /** {@code group} is null for all together; {@code index} is 0 to 100 and the means are 1 to 10, null when nobody answered. */
    public record Group(String group, long asked, long answered, Integer index, Double overall, Double expectations, Double ideal) {
        static Group of(Satisfaction figure) {
            return new Group(figure.of(), figure.asked(), figure.answered(), figure.index(), mean(figure.overall()), mean(figure.expectations()), mean(figure.ideal()));
        }

        private static Double mean(double answers) {
            return Double.isNaN(answers) ? null : answers;
        }
    }

    public record Figures(List<Group> items) {
    }

    @GET
    public Figures figures(@QueryParam("days") @DefaultValue("30") int days, @QueryParam("by") @DefaultValue("NOTHING") String by) {
        if (days < 1 || days > SatisfactionReading.LONGEST_DAYS) {
            throw new BusinessException("shared.field-range", "days", 1, SatisfactionReading.LONGEST_DAYS);
        }
        Grouping grouping = OneOf.named(Grouping.class, by).orElseThrow(() -> new BusinessException("shared.field-unknown-value", "by", by));
        return new Figures(reading.by(days, grouping).stream().map(Group::of).toList());
    }
}
