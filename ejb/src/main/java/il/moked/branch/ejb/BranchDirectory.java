// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.ejb;

import il.moked.branch.BranchHours;
import il.moked.branch.Branches;
import il.moked.shared.NotFoundException;
import il.moked.branch.Branch;
import il.moked.branch.ejb.LiveWaits.Listing;
import il.moked.calendar.BusinessCalendar;
import il.moked.calendar.BusinessCalendar.Hours;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** The branches as everybody may know them: where, for whom, when, and how long one waits now. */
@Stateless
@PermitAll
public class BranchDirectory {
    private static final int DAYS = 7;

    @Inject
    BranchHours hours;
    @Inject
    Branches branches;
    @Inject
    LiveWaits waits;
    @Inject
    Clock clock;

    /** What is open on a date; nothing: closed. */
    public record Day(LocalDate date, List<Hours> hours) {
        public boolean allDay() {
            return hours.equals(List.of(Hours.ALL_DAY));
        }
    }

    /** @param days today and those that follow, with holidays and special days in them */
    public record Detail(Listing listing, long branchId, List<Day> days, List<Greeting.ReasonLine> reasons) {
    }

    /** In use, by code. */
    public List<Listing> all() {
        return waits.all();
    }

    /** @throws NotFoundException {@code branch.unknown} */
    public Detail get(String code) {
        Branch branch = branches.inUse(code);
        BusinessCalendar calendar = hours.of(branch);
        LocalDate today = clock.instant().atZone(calendar.zone()).toLocalDate();
        return new Detail(waits.of(code), branch.id(), IntStream.range(0, DAYS).mapToObj(today::plusDays).map(date -> new Day(date, calendar.hours(date))).toList(), branches.reasons(branch.id()).stream().map(Greeting.ReasonLine::of).toList());
    }

    /** Its id, for whoever listens to what happens there. @throws NotFoundException {@code branch.unknown} */
    public long id(String code) {
        return branches.inUse(code).id();
    }
}
