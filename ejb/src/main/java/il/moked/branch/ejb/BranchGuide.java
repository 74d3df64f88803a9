// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.ejb;

import il.moked.access.Role;
import il.moked.branch.Branch;
import il.moked.branch.BranchHours;
import il.moked.branch.Branches;
import il.moked.branch.ejb.BranchChoice.Fitting;
import il.moked.branch.ejb.Greeting.ReasonLine;
import il.moked.calendar.BusinessCalendar;
import il.moked.calendar.BusinessCalendar.Span;
import il.moked.customer.Segment;
import il.moked.dispatch.GeoPoint;
import il.moked.shared.NotFoundException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Branches as other systems are told of them: where, for whom, when they are open, and how long one waits now. */
@Stateless
@RolesAllowed({Role.AGENT, Role.SUPERVISOR, Role.INTEGRATION})
public class BranchGuide {
    public static final int DAYS = 7;
    public static final int MOST_DAYS = 31;

    @Inject
    BranchHours hours;
    @Inject
    Branches branches;
    @Inject
    BranchChoice choice;
    @Inject
    Clock clock;

    /** @param now how it is there now @param segments whom it is for */
    public record Place(Fitting now, String hebrewTown, String englishTown, GeoPoint location, Set<Segment> segments, ZoneId zone) {
        public String town(String language) {
            return "he".equals(language) ? hebrewTown : englishTown;
        }
    }

    /** @param open stretches of that day; none when it is closed */
    public record DayHours(LocalDate date, List<Span> open) {
    }

    /** Those in use. */
    public List<Place> places() {
        List<Branch> open = branches.open();
        List<Fitting> now = choice.shown(open, null);
        List<Place> places = new ArrayList<>();
        for (int at = 0; at < open.size(); at++) {
            places.add(place(open.get(at), now.get(at)));
        }
        return places;
    }

    /** @throws NotFoundException {@code branch.unknown} */
    public Place place(String code) {
        Branch branch = branches.inUse(code);
        return place(branch, choice.shown(List.of(branch), null).get(0));
    }

    private Place place(Branch branch, Fitting now) {
        return new Place(now, branch.town().name("he"), branch.town().name("en"), branch.location(), branch.segments(), hours.of(branch).zone());
    }

    /** @param from null for today @param days at most {@link #MOST_DAYS} */
    public List<DayHours> hours(String code, LocalDate from, int days) {
        BusinessCalendar calendar = hours.of(branches.inUse(code));
        LocalDate first = from == null ? clock.instant().atZone(calendar.zone()).toLocalDate() : from;
        return first.datesUntil(first.plusDays(Math.max(1, Math.min(days, MOST_DAYS)))).map(date -> new DayHours(date, calendar.spans(date))).toList();
    }

    /** Why people come there, in order. */
    public List<ReasonLine> reasons(String code) {
        return branches.reasons(branches.inUse(code).id()).stream().map(ReasonLine::of).toList();
    }
}
