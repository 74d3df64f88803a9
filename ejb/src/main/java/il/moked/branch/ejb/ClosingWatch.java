// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.ejb;

import il.moked.access.Role;
import il.moked.branch.BranchHours;
import il.moked.branch.Branches;
import il.moked.branch.Closings;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** Looks when the days of branches end; each step is a transaction of its own, and taken once. */
@Stateless
@RolesAllowed(Role.SYSTEM)
public class ClosingWatch {
    @Inject
    BranchHours hours;
    @Inject
    Branches branches;
    @Inject
    Closings closings;
    @Inject
    DayEnding ending;

    /** A day of a branch that may come to its end. */
    public record Day(long branchId, LocalDate day) {
    }

    /** Today of every branch, and those before that did not end. */
    public List<Day> days(Instant now) {
        return Stream.concat(branches.open().stream().map(branch -> new Day(branch.id(), hours.day(branch, now))), closings.unfinished().stream().map(closing -> new Day(closing.branchId(), closing.day()))).distinct().toList();
    }

    public void look(Day day, Instant now) {
        ending.look(branches.get(day.branchId()), day.day(), now);
    }

    /** Ids of visits. */
    public List<Long> notTold(Day day) {
        return ending.notTold(branches.get(day.branchId()), day.day());
    }

    public void tellStays(long arrivalId) {
        ending.tellStays(arrivalId);
    }

    /** Ids of visits. */
    public List<Long> toSendHome(Day day) {
        return ending.toSendHome(branches.get(day.branchId()), day.day());
    }

    public void sendHome(long arrivalId, Instant now) {
        ending.sendHome(arrivalId, now);
    }
}
