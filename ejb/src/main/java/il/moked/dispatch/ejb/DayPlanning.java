// SPDX-License-Identifier: Apache-2.0
package il.moked.dispatch.ejb;

import il.moked.access.Role;
import il.moked.access.ejb.CurrentUser;
import il.moked.dispatch.VisitLaw;
import il.moked.dispatch.ejb.planning.DayPlan;
import il.moked.dispatch.ejb.planning.DayPlanner;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Plans the rest of a day again, by a supervisor's wish or because it changed. What was promised is kept; only a visit for which
 * nobody is free within its window comes later: as little as possible, and first so that no compensation is due.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DayPlanning {
    private static final Duration QUICK = Duration.ofSeconds(3);
    private static final Duration LEAST = Duration.ofSeconds(1);
    private static final int VISITS_A_SECOND = 5;
    private static final int ATTEMPTS = 3;
    /** Getting better still in the last fifth of its time, it would have gone on. */
    private static final int LAST_PART = 5;

    @Inject
    PlanningSteps steps;
    @Inject
    DispatchTerms terms;
    @Inject
    CurrentUser currentUser;
    @Inject
    Clock clock;

    /** Returns when it is planned. @return false while another is at it */
    @RolesAllowed({Role.SUPERVISOR, Role.INTEGRATION})
    public boolean plan(LocalDate day) {
        return plan(day, currentUser.name(), terms.planning());
    }

    /** Returns at once. */
    @Asynchronous
    @RolesAllowed({Role.SUPERVISOR, Role.INTEGRATION})
    public void planSoon(LocalDate day) {
        plan(day, currentUser.name(), terms.planning());
    }

    @Asynchronous
    public void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) DayChanged event) {
        if (!event.day().isBefore(VisitLaw.dayOf(clock.instant()))) {
            plan(event.day(), event.by(), QUICK);
        }
    }

    private boolean plan(LocalDate day, String by, Duration limit) {
        if (!steps.begin(day, by)) {
            return false;
        }
        boolean kept = false;
        try {
            for (int attempt = 0; attempt < ATTEMPTS && !kept; attempt++) {
                PlanningSteps.Read read = steps.read(day);
                Solved solved = solve(read.model(), limit);
                kept = steps.keep(read, solved.plan(), solved.outOfTime(), by);
            }
        } finally {
            if (!kept) {
                steps.fail(day);
            }
        }
        return kept;
    }

    private record Solved(DayPlan plan, boolean outOfTime) {
    }

    /** Within the windows first; whoever is left out then may be served up to two hours later, and at last at any hour of the day. */
    private Solved solve(DayModel model, Duration limit) {
        Solved best = run(model.plan(), limit);
        for (Duration later : List.of(VisitLaw.GRACE, Duration.ofDays(1))) {
            if (best.plan().score() == null || best.plan().score().mediumScore() == 0) {
                break;
            }
            Solved further = run(best.plan().withLeftOutUntil(later.toSeconds()), limit.dividedBy(2));
            best = new Solved(further.plan(), best.outOfTime() || further.outOfTime());
        }
        return best;
    }

    private Solved run(DayPlan from, Duration limit) {
        Duration enough = LEAST.plusSeconds(from.jobs().size() / VISITS_A_SECOND);
        Duration time = enough.compareTo(limit) < 0 ? enough : limit;
        Instant begun = clock.instant();
        AtomicReference<Instant> lastBetter = new AtomicReference<>(begun);
        DayPlan found = new DayPlanner(from, time, better -> lastBetter.set(clock.instant())).plan();
        boolean unfinished = time.equals(limit) && lastBetter.get().isAfter(begun.plus(time).minus(time.dividedBy(LAST_PART)));
        return new Solved(found, unfinished);
    }
}
