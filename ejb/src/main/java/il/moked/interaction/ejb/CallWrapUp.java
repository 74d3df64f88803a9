// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.ejb;

import il.moked.agent.ejb.WrapUps;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** An agent sums up a call from its end until its conversation is closed. */
@ApplicationScoped
public class CallWrapUp {
    @Inject
    WrapUps wrapUps;

    void closed(@Observes InteractionClosed event) {
        if (event.ownerId() != null) {
            wrapUps.end(event.ownerId(), event.interactionId());
        }
    }
}
