// SPDX-License-Identifier: Apache-2.0
package il.moked.branch;

import il.moked.shared.Given;
import il.moked.shared.StaleVersionException;
import jakarta.persistence.*;
import java.time.DayOfWeek;

/** How many appointments for a reason begin at a branch within an hour of a day of the week. */
@Entity
@Table(name = "appointment_capacity")
public class AppointmentCapacity {
    public static final int MOST_PLACES = 100;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "appointment_capacity_seq")
    @SequenceGenerator(name = "appointment_capacity_seq", sequenceName = "appointment_capacity_seq")
    private Long id;
    @Column(name = "branch_id")
    private long branchId;
    @Column(name = "reason_id")
    private long reasonId;
    private int weekday;
    @Column(name = "from_hour")
    private int fromHour;
    private int places;
    @Version
    private int version;

    protected AppointmentCapacity() {
    }

    public AppointmentCapacity(Branch branch, VisitReason reason, DayOfWeek weekday, int fromHour, int places) {
        this.branchId = branch.id();
        this.reasonId = reason.expectAt(branch).id();
        this.weekday = weekday.getValue();
        this.fromHour = Given.whole("hour", fromHour, 0, 23);
        become(places);
    }

    public void become(int many) {
        places = Given.whole("places", many, 0, MOST_PLACES);
    }

    /** @throws StaleVersionException when somebody changed it since */
    public void expect(int seen) {
        if (seen != version) {
            throw new StaleVersionException();
        }
    }

    public Long id() {
        return id;
    }

    public long branchId() {
        return branchId;
    }

    public long reasonId() {
        return reasonId;
    }

    public DayOfWeek weekday() {
        return DayOfWeek.of(weekday);
    }

    public int fromHour() {
        return fromHour;
    }

    public int places() {
        return places;
    }

    public int version() {
        return version;
    }
}
