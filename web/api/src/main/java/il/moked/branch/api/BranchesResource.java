// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.api;

import il.moked.branch.ejb.BranchGuide;
import il.moked.branch.ejb.BranchGuide.DayHours;
import il.moked.branch.ejb.BranchGuide.Place;
import il.moked.branch.ejb.Greeting.ReasonLine;
import il.moked.customer.Segment;
import il.moked.shared.BusinessException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Branches in use: where, for whom, hours, why people come, and how long one waits now. */
@Path("branches")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class BranchesResource {
    @Inject
    BranchGuide guide;

    /** @param opens when it opens next, absent while it is open @param waiting how many wait there now @param minutes whoever comes now waits about so long, absent when no counter is open */
    public record BranchBody(String code, String hebrewName, String englishName, String address, String hebrewTown, String englishTown, double latitude, double longitude, String phone, String timeZone, Set<Segment> segments, boolean open, Instant opens, int waiting, Integer minutes) {
        static BranchBody of(Place place) {
            return new BranchBody(place.now().code(), place.now().hebrewName(), place.now().englishName(), place.now().address(), place.hebrewTown(), place.englishTown(), place.location().latitude(), place.location().longitude(), place.now().phone(), place.zone().getId(),
                    place.segments(), place.now().open(), place.now().opens(), place.now().waiting(), place.now().minutes());
        }
    }

    public record Branches(List<BranchBody> items) {
    }

    public record OpenFrom(Instant from, Instant to) {
    }

    /** @param open empty when it is closed that day */
    public record DayBody(LocalDate date, List<OpenFrom> open) {
        static DayBody of(DayHours day) {
            return new DayBody(day.date(), day.open().stream().map(span -> new OpenFrom(span.from(), span.to())).toList());
        }
    }

    public record Hours(List<DayBody> items) {
    }

    /** @param minutes it usually takes */
    public record ReasonBody(String code, String hebrewName, String englishName, int minutes) {
        static ReasonBody of(ReasonLine line) {
            return new ReasonBody(line.code(), line.hebrewName(), line.englishName(), line.minutes());
        }
    }

    public record Reasons(List<ReasonBody> items) {
    }

    @GET
    public Branches list() {
        return new Branches(guide.places().stream().map(BranchBody::of).toList());
    }

    @GET
    @Path("{code}")
    public BranchBody get(@PathParam("code") String code) {
        return BranchBody.of(guide.place(code));
    }

    @GET
    @Path("{code}/hours")
    public Hours hours(@PathParam("code") String code, @QueryParam("from") String from, @QueryParam("days") @DefaultValue("7") int days) {
        return new Hours(guide.hours(code, date("from", from), days(days, BranchGuide.MOST_DAYS)).stream().map(DayBody::of).toList());
    }

    @GET
    @Path("{code}/reasons")
    public Reasons reasons(@PathParam("code") String code) {
        return new Reasons(guide.reasons(code).stream().map(ReasonBody::of).toList());
    }

    /** @return null when none is said @throws BusinessException {@code shared.field-malformed} */
    static LocalDate date(String field, String given) {
        try {
            return given == null || given.isBlank() ? null : LocalDate.parse(given);
        } catch (DateTimeException notOne) {
            throw new BusinessException("shared.field-malformed", field);
        }
    }

    /** @throws BusinessException {@code shared.field-range} */
    static int days(int given, int most) {
        if (given < 1 || given > most) {
            throw new BusinessException("shared.field-range", "days", 1, most);
        }
        return given;
    }
}
