// SPDX-License-Identifier: Apache-2.0
package il.moked.branch;

import static org.assertj.core.api.Assertions.assertThat;

import il.moked.agent.WorkWeight;
import il.moked.channel.Channel;
import il.moked.customer.Segment;
import il.moked.dispatch.GeoPoint;
import il.moked.dispatch.Locality;
import il.moked.routing.Placement;
import il.moked.routing.Requirement;
import il.moked.routing.WorkItem;
import il.moked.routing.WorkLine;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who comes without an appointment and who has one wait in one line: examples of who is called first, where a visit should be called within ten minutes. */
class FairLineTest {
    private static final Instant TEN = Instant.parse("2026-05-21T07:00:00Z");
    private static final Duration TARGET = Duration.ofMinutes(10);
    private static final Locality HAIFA = new Locality("haifa", new Locality.Facts("חיפה", "Haifa", "north", new GeoPoint(32.79, 34.99)));

    private final Branch branch = new Branch("carmel", new Branch.Facts("כרמל", "Carmel", "הנשיא 1", HAIFA, null, null, null, java.util.Set.of(Segment.PRIVATE), false), 1, 2, 3);
    private final VisitReason reason = new VisitReason("bill", null, new VisitReason.Terms("חשבון", "Bill", null, "A", 5, 1));
    private final Map<String, Instant> line = new LinkedHashMap<>();

    private static Instant at(int minutes) {
        return TEN.plus(Duration.ofMinutes(minutes));
    }

    private static WorkItem at(Instant door) {
        return new WorkItem(1, 3L, Segment.PRIVATE, null, new Placement(new WorkLine(2, Channel.BRANCH, WorkWeight.primary(100), Requirement.NONE), 1, TARGET, null), door);
    }

    private void walksIn(String who, int minutes) {
        line.put(who, at(at(minutes)).dueAt());
    }

    /** @param hour of his appointment @param door when he comes, both in minutes from ten */
    private void comesFor(String who, int hour, int door) {
        Appointment appointment = new Appointment(branch, reason, null, at(hour), "CODE", Channel.CHAT, "dana", at(-1000));
        WorkItem item = at(at(door));
        if (appointment.keepsHour(at(door))) {
            item.appointed(appointment.startsAt());
        }
        line.put(who, item.dueAt());
    }

    private List<String> called() {
        return line.entrySet().stream().sorted(Comparator.comparing(Map.Entry::getValue)).map(Map.Entry::getKey).toList();
    }

    @Test
    void whoComesOnTimeIsNextButForThoseWhoWaitTooLongAlready() {
        walksIn("since 09:45", -15);
        walksIn("since 09:55", -5);
        comesFor("at ten", 0, 0);
        walksIn("since 10:01", 1);
        assertThat(called()).containsExactly("since 09:45", "at ten", "since 09:55", "since 10:01");
    }

    @Test
    void whoComesEarlyDoesNotOvertake() {
        comesFor("for 10:30, there at ten", 30, 0);
        walksIn("since 10:01", 1);
        walksIn("since 10:15", 15);
        walksIn("since 10:25", 25);
        assertThat(called()).containsExactly("since 10:01", "since 10:15", "for 10:30, there at ten", "since 10:25");
    }

    @Test
    void whoIsALittleLateKeepsHisHourAndWhoIsVeryLateWaitsAsAnybodyElse() {
        walksIn("since 10:08", 8);
        comesFor("for ten, there at 10:10", 0, 10);
        comesFor("for ten, there at 10:20", 0, 20);
        walksIn("since 10:15", 15);
        assertThat(called()).containsExactly("for ten, there at 10:10", "since 10:08", "since 10:15", "for ten, there at 10:20");
    }

    @Test
    void appointmentsAreCalledByTheirHoursWhoeverComesFirst() {
        comesFor("for 10:20", 20, -10);
        comesFor("for 10:10", 10, 5);
        assertThat(called()).containsExactly("for 10:10", "for 10:20");
    }
}
