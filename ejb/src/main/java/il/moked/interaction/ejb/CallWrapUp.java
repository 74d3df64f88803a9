// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.ejb;

import il.moked.agent.ejb.WrapUps;
import il.moked.interaction.Call;
import il.moked.interaction.Interactions;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;

/**
 * An agent sums up a call from its end until its conversation is closed, or his time for it is over. It locks the agent, so
 * it comes after whoever locks the work item.
 */
@ApplicationScoped
public class CallWrapUp {
    private static final int LAST = Interceptor.Priority.APPLICATION + 900;

    @Inject
    WrapUps wrapUps;
    @Inject
    Interactions interactions;

    /** What nobody answered needs no summary. */
    void ended(@Observes @Priority(LAST) CallEnded event) {
        if (event.ownerId() != null && event.outcome() == Call.Outcome.ANSWERED && interactions.get(event.interactionId()).open()) {
            wrapUps.begin(event.ownerId(), event.interactionId());
        }
    }

    void closed(@Observes @Priority(LAST) InteractionClosed event) {
        if (event.ownerId() != null) {
            wrapUps.end(event.ownerId(), event.interactionId());
        }
    }
}
