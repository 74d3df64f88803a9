// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.ejb;

import il.moked.access.Role;
import il.moked.access.ejb.Administered;
import il.moked.branch.Branch;
import il.moked.branch.BranchHours;
import il.moked.branch.SpecialDay;
import il.moked.calendar.BusinessCalendarText;
import il.moked.shared.BusinessException;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** Days on which a branch is open otherwise than its calendar says, as its supervisors and administrators keep them. A change is seen everywhere after some seconds. */
@Stateless
@RolesAllowed({Role.SUPERVISOR, Role.ADMINISTRATOR})
public class SpecialDayKeeping {
    @Inject
    BranchAccess access;
    @Inject
    BranchHours hours;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    /** @param hours as calendars write them, empty when closed */
    public record SpecialDayLine(long id, int version, LocalDate day, String hours, String hebrewWhy, String englishWhy) {
        static SpecialDayLine of(SpecialDay of) {
            return new SpecialDayLine(of.id(), of.version(), of.day(), BusinessCalendarText.hours(of.hours()), of.why("he"), of.why("en"));
        }

        public String why(String language) {
            return "he".equals(language) ? hebrewWhy : englishWhy;
        }
    }

    /** From today on. */
    public List<SpecialDayLine> days(long branchId) {
        Branch branch = access.managed(branchId);
        return hours.special(branchId, today(branch)).stream().map(SpecialDayLine::of).toList();
    }

    /**
     * What holds on a day from now on; of a day that had something of its own already, that instead.
     *
     * @param open hours as calendars write them, empty: closed
     * @throws BusinessException {@code branch.special-day-past}, {@code calendar.hours}, {@code shared.field-…} with the field
     */
    public void set(long branchId, LocalDate day, String open, String hebrewWhy, String englishWhy) {
        Branch branch = access.managed(branchId);
        if (day == null) {
            throw new BusinessException("shared.field-missing", "day");
        }
        if (day.isBefore(today(branch))) {
            throw new BusinessException("branch.special-day-past", "day");
        }
        hours.on(branchId, day).ifPresentOrElse(known -> known.become(open, hebrewWhy, englishWhy), () -> hours.add(new SpecialDay(branch, day, open, hebrewWhy, englishWhy)));
        hours.flush();
        events.tell(new Administered("branch.special-day-set", BranchKeeping.BRANCH, branchId, branch.code() + " " + day + " " + (open == null ? "" : open)));
    }

    /** As its calendar says again. @param seen the version the caller looked at */
    public void remove(long id, int seen) {
        SpecialDay day = hours.special(id);
        Branch branch = access.managed(day.branchId());
        day.expect(seen);
        hours.remove(day);
        hours.flush();
        events.tell(new Administered("branch.special-day-removed", BranchKeeping.BRANCH, branch.id(), branch.code() + " " + day.day()));
    }

    private LocalDate today(Branch branch) {
        return hours.day(branch, clock.instant());
    }
}
