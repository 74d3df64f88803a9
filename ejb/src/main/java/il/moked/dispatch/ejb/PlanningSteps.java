// SPDX-License-Identifier: Apache-2.0
package il.moked.dispatch.ejb;

import il.moked.dispatch.PlanningRun;
import il.moked.dispatch.Technician;
import il.moked.dispatch.Visit;
import il.moked.dispatch.VisitEvent;
import il.moked.dispatch.Visits;
import il.moked.dispatch.ejb.planning.DayPlan;
import il.moked.dispatch.ejb.planning.Job;
import il.moked.dispatch.ejb.planning.Timetable;
import il.moked.dispatch.ejb.planning.Van;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What planning reads and writes, each in a transaction of its own; between them nothing is locked. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class PlanningSteps {
    /** A run that says nothing for so long has died with its server. */
    private static final Duration DEAD = Duration.ofMinutes(3);

    @Inject
    Visits visits;
    @Inject
    DayReading reading;
    @Inject
    VisitLedger ledger;
    @Inject
    Clock clock;

    /** @param changes how often the day was changed when it was read */
    public record Read(DayModel model, long changes) {
    }

    /** @return false while another is at it */
    public boolean begin(LocalDate day, String by) {
        visits.lock(day);
        Instant now = clock.instant();
        PlanningRun run = visits.runLocked(day).orElse(null);
        if (run != null && run.state() == PlanningRun.State.RUNNING && run.startedAt().plus(DEAD).isAfter(now)) {
            return false;
        }
        if (run == null) {
            run = new PlanningRun(day);
            run.begin(by, now);
            visits.add(run);
        } else {
            run.begin(by, now);
        }
        return true;
    }

    public Read read(LocalDate day) {
        long changes = visits.lock(day);
        return new Read(new DayModel(reading.of(day, List.of()), null), changes);
    }

    /**
     * The plan becomes that of the day, unless the day is another by now. Who was promised another hour than he gets is told.
     *
     * @return false when the day was changed meanwhile, and nothing was written
     */
    public boolean keep(Read read, DayPlan plan, boolean outOfTime, String by) {
        LocalDate day = read.model().day();
        if (visits.lock(day) != read.changes()) {
            return false;
        }
        Map<Long, Visit> byId = visits.on(day).stream().collect(Collectors.toMap(Visit::id, Function.identity()));
        int moved = 0;
        long driving = 0;
        Set<Long> planned = new HashSet<>();
        for (Van van : plan.vans()) {
            Timetable timetable = read.model().timetable(plan, van).orElse(null);
            if (timetable == null) {
                continue;
            }
            Technician who = read.model().technician(van.index());
            driving += timetable.duration() - timetable.stops().stream().mapToLong(stop -> stop.ends() - stop.arrives()).sum();
            for (Timetable.Stop stop : timetable.stops()) {
                if (stop.job() != null) {
                    planned.add(stop.job().id());
                    moved += plan(byId.get(stop.job().id()), who, read.model().instant(stop.begins()), by) ? 1 : 0;
                }
            }
        }
        int left = 0;
        for (Job job : plan.jobs()) {
            if (!planned.contains(job.id())) {
                left++;
                Visit one = byId.get(job.id());
                if (!one.fixed() && one.plan(null, null)) {
                    ledger.write(one, VisitEvent.Kind.UNPLANNED, by, null);
                }
            }
        }
        visits.changed(day);
        visits.runLocked(day).orElseThrow().end(planned.size(), left, moved, (int) (driving / 60), outOfTime, clock.instant());
        return true;
    }

    private boolean plan(Visit visit, Technician who, Instant begins, String by) {
        Instant before = visit.plannedAt().orElse(null);
        if (!visit.plan(who, begins)) {
            return false;
        }
        ledger.write(visit, VisitEvent.Kind.PLANNED, by, who.user().userName() + " " + begins);
        if (begins.isAfter(visit.windowTo()) && (before == null || !before.isAfter(visit.windowTo()))) {
            ledger.late(visit, by);
        }
        return true;
    }

    public void fail(LocalDate day) {
        visits.lock(day);
        visits.runLocked(day).ifPresent(run -> run.fail(clock.instant()));
    }
}
