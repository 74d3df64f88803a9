// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.ejb;

import il.moked.access.Role;
import il.moked.agent.Agents;
import il.moked.interaction.Interaction;
import il.moked.interaction.Interactions;
import il.moked.routing.RoutingDecisions;
import il.moked.routing.WorkItem;
import il.moked.routing.WorkItems;
import il.moked.routing.ejb.LineChoice.Wanted;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Compares items, offers and agents every few seconds and mends what an event failed to do, so that nothing is ever
 * invisible: the tables are the truth, whatever was lost on the way. Cheap when all is well: each question is answered by
 * an index over what is open.
 */
@Stateless
@RolesAllowed(Role.SYSTEM)
public class Reconciling {
    private static final int BATCH = 100;
    /** Reasons are kept for questions asked within this time. */
    private static final Duration REASONS_KEPT = Duration.ofDays(30);

    @Inject
    WorkItems workItems;
    @Inject
    RoutingDecisions decisions;
    @Inject
    LineChoice choice;
    @Inject
    Lines lines;
    @Inject
    StatutoryClocks law;
    @Inject
    Interactions interactions;
    @Inject
    Agents agents;
    @Inject
    Connecting connecting;
    @Inject
    AfterCalls afterCalls;
    @Inject
    Clock clock;

    /** Offers whose agent is not there go back to the line. */
    public int offersToNobody() {
        List<WorkItem> lost = workItems.offeredToNobody(BATCH);
        lost.forEach(lines::takeBack);
        return lost.size();
    }

    /** Work whose conversation is closed ends. */
    public int workOnClosed() {
        List<WorkItem> closed = workItems.ofClosed(BATCH);
        closed.forEach(lines::finish);
        return closed.size();
    }

    /** What an agent's work takes is counted again where the count went wrong. */
    public int capacity() {
        List<Object[]> wrong = workItems.miscounted(BATCH);
        wrong.forEach(row -> agents.counted(((Number) row[0]).longValue(), workItems.loadOf(((Number) row[0]).longValue())));
        return wrong.size();
    }

    /** Callbacks whose moment has come wait in their line from now on. */
    public int callbacksDue() {
        List<WorkItem> due = workItems.scheduledBefore(clock.instant(), BATCH);
        due.forEach(item -> {
            Interaction interaction = interactions.get(item.interactionId());
            Instant from = item.notBefore().orElseThrow();
            Wanted wanted = new Wanted(item.channel(), interaction.accountId(), item.queueId(), item.segment(), interaction.language(), item.subject().orElse(null), from);
            item.begin(choice.placeIn(item.queueId(), wanted, item.requirement(), law.callBackClock(item, from)));
            lines.queued(item);
        });
        return due.size();
    }

    /** Accepted calls that nobody answered in time. */
    public List<WorkItems.Place> callsNotAnswered() {
        return workItems.unconnected(clock.instant(), BATCH);
    }

    /** Such a call waits in its line again. */
    public int callNotAnswered(WorkItems.Place place) {
        return connecting.overdue(place) ? 1 : 0;
    }

    /** Calls that are over and take their agent still. */
    public List<WorkItems.Place> callsOver() {
        return afterCalls.late();
    }

    public int callOver(WorkItems.Place place) {
        afterCalls.free(place);
        return 1;
    }

    public int oldReasons() {
        return decisions.forgetBefore(clock.instant().minus(REASONS_KEPT), BATCH * BATCH);
    }
}
