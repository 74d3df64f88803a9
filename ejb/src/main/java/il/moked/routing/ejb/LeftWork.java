// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.ejb;

import il.moked.access.Role;
import il.moked.agent.ejb.DesksSeen;
import il.moked.interaction.Interaction;
import il.moked.interaction.Interactions;
import il.moked.routing.StrayWork;
import il.moked.routing.WorkItem;
import il.moked.routing.WorkItems;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What becomes of the conversations of an agent who left, by signing out or because his browser is gone. They stay his for a
 * while, so that he finds them when he comes back; then they go to the line, where he is asked first if he is there again.
 */
@Stateless
@RolesAllowed(Role.SYSTEM)
public class LeftWork {
    private static final int BATCH = 100;

    @Inject
    StrayWork stray;
    @Inject
    WorkItems workItems;
    @Inject
    Interactions interactions;
    @Inject
    Routing routing;
    @Inject
    DesksSeen desks;
    @Inject
    Clock clock;
    /** How long an agent who left keeps what he has in hand while its customer does not write. Minutes. */
    @Inject
    @ConfigProperty(name = "moked.routing.left-work-minutes", defaultValue = "15")
    long keptMinutes;

    /** Conversations that should go to the line now. */
    public List<Long> due() {
        return stray.ofWhoLeft(desks.closedBefore(), kept(), clock.instant(), BATCH);
    }

    /** @return whether it went: he may have come back meanwhile */
    public boolean backToLine(long interactionId) {
        Interaction interaction = interactions.getLocked(interactionId);
        WorkItem item = workItems.findFor(interactionId).filter(found -> found.state() == WorkItem.State.ACCEPTED).orElse(null);
        if (item == null || !interaction.open() || !stray.leftBehind(interactionId, desks.closedBefore(), kept(), clock.instant())) {
            return false;
        }
        routing.backToLine(interaction, item);
        return true;
    }

    private Duration kept() {
        return Duration.ofMinutes(keptMinutes);
    }
}
