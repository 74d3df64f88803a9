// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.api;

import il.moked.interaction.CallFigures;
import il.moked.interaction.ejb.CallReporting;
import il.moked.shared.BusinessException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/** What became of the calls of a period, all together and by segment. */
@Path("calls/figures")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class CallFiguresResource {
    @Inject
    CallReporting reporting;

    /** Shares are 0 to 1, times whole seconds; {@code meanPatienceSeconds} is null when nobody gave up. */
    public record Group(String group, long answered, long hungUp, long reached, long abandoned, double abandonment, long answeredInTime, double serviceLevel, double meanWaitSeconds, Double meanPatienceSeconds,
            double meanServiceSeconds) {
        static Group of(CallFigures figures) {
            return new Group(figures.group(), figures.answered(), figures.hungUp(), figures.reached(), figures.abandoned(), figures.abandonment(), figures.answeredInTime(), figures.serviceLevel(), seconds(figures.meanWait()),
                    figures.patience().map(Group::seconds).orElse(null), seconds(figures.meanService()));
        }

        private static double seconds(Duration duration) {
            return duration.toMillis() / 1000.0;
        }
    }

    public record Figures(List<Group> items) {
    }

    @GET
    public Figures figures(@QueryParam("from") String from, @QueryParam("to") String to, @QueryParam("within") @DefaultValue("20") int within) {
        return new Figures(reporting.figures(moment(from), moment(to), Duration.ofSeconds(within)).stream().map(Group::of).toList());
    }

    private static Instant moment(String text) {
        try {
            return OffsetDateTime.parse(String.valueOf(text)).toInstant();
        } catch (DateTimeException unreadable) {
            throw new BusinessException("shared.moment");
        }
    }
}
