// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.ejb;

import il.moked.agent.ejb.WrapUps;
import il.moked.interaction.Call;
import il.moked.interaction.Interactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** An agent sums up a call from its end until its conversation is closed, or his time for it is over. */
@ApplicationScoped
public class CallWrapUp {
    @Inject
    WrapUps wrapUps;
    @Inject
    Interactions interactions;

    /** What nobody answered needs no summary. */
    void ended(@Observes CallEnded event) {
        if (event.ownerId() != null && event.outcome() == Call.Outcome.ANSWERED && interactions.get(event.interactionId()).open()) {
            wrapUps.begin(event.ownerId(), event.interactionId());
        }
    }

    void closed(@Observes InteractionClosed event) {
        if (event.ownerId() != null) {
            wrapUps.end(event.ownerId(), event.interactionId());
        }
    }
}
