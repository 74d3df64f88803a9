// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.ejb;

import il.moked.access.Role;
import il.moked.access.ejb.Administered;
import il.moked.branch.AppointmentCapacity;
import il.moked.branch.Appointments;
import il.moked.branch.Branch;
import il.moked.branch.BranchHours;
import il.moked.branch.Branches;
import il.moked.branch.VisitReason;
import il.moked.branch.ejb.BranchKeeping.Places;
import il.moked.calendar.BusinessCalendar;
import il.moked.shared.StaleVersionException;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How many appointments for a reason begin at a branch within each hour of the week, changed as a whole. */
@Stateless
@RolesAllowed({Role.SUPERVISOR, Role.ADMINISTRATOR})
public class AppointmentPlaces {
    private static final int MINUTES = 60;
    private static final int LAST_HOUR = 23;

    @Inject
    BranchAccess access;
    @Inject
    Branches branches;
    @Inject
    Appointments appointments;
    @Inject
    BranchHours hours;
    @Inject
    DomainEvents events;

    /** @param seen what it was based on, for whoever changes it @param firstHour and @param lastHour in which the branch is open on some day, or something can be booked */
    public record Grid(String seen, int firstHour, int lastHour, List<Places> all) {
        public int places(DayOfWeek weekday, int hour) {
            return all.stream().filter(one -> one.weekday() == weekday && one.hour() == hour).mapToInt(Places::places).findFirst().orElse(0);
        }
    }

    public Grid grid(long branchId, long reasonId) {
        Branch branch = access.managed(branchId);
        List<AppointmentCapacity> known = of(branchId, reasonId);
        BusinessCalendar calendar = hours.of(branch);
        List<BusinessCalendar.Hours> open = calendar.week().values().stream().flatMap(List::stream).toList();
        List<Integer> all = Stream.concat(known.stream().filter(one -> one.places() > 0).map(AppointmentCapacity::fromHour), open.stream().flatMap(one -> Stream.of(one.from() / MINUTES, Math.min(LAST_HOUR, (one.to() - 1) / MINUTES)))).sorted().toList();
        return new Grid(seen(known), all.get(0), all.get(all.size() - 1), known.stream().map(one -> new Places(reasonId, one.weekday(), one.fromHour(), one.places())).toList());
    }

    private List<AppointmentCapacity> of(long branchId, long reasonId) {
        return appointments.capacity(branchId).stream().filter(one -> one.reasonId() == reasonId).toList();
    }

    private static String seen(List<AppointmentCapacity> known) {
        return Integer.toHexString(known.stream().map(one -> one.weekday() + " " + one.fromHour() + " " + one.version()).collect(Collectors.joining(",")).hashCode());
    }

    /**
     * From now on; what is booked stays booked. Hours that are not named have none.
     *
     * @param seen of the grid the change is based on
     * @throws StaleVersionException when somebody changed it since
     */
    public void set(long branchId, long reasonId, String seen, List<Places> wanted) {
        Branch branch = access.managed(branchId);
        VisitReason reason = branches.reason(reasonId).expectAt(branch);
        List<AppointmentCapacity> known = of(branchId, reasonId);
        if (!seen(known).equals(seen)) {
            throw new StaleVersionException();
        }
        for (AppointmentCapacity one : known) {
            int places = wanted.stream().filter(each -> each.weekday() == one.weekday() && each.hour() == one.fromHour()).mapToInt(Places::places).findFirst().orElse(0);
            if (places != one.places()) {
                one.become(places);
            }
        }
        wanted.stream().filter(each -> each.places() > 0 && known.stream().noneMatch(one -> one.weekday() == each.weekday() && one.fromHour() == each.hour())).forEach(each -> appointments.add(new AppointmentCapacity(branch, reason, each.weekday(), each.hour(), each.places())));
        appointments.flush();
        events.tell(new Administered("branch.places-changed", BranchKeeping.BRANCH, branchId, branch.code() + " " + reason.code() + " " + wanted.stream().mapToInt(Places::places).sum()));
    }
}
