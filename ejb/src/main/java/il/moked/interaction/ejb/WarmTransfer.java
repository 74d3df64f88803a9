// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.ejb;

import il.moked.interaction.Consultation;
import il.moked.interaction.Consultations;
import il.moked.interaction.Interaction;
import il.moked.interaction.InteractionEvent;
import il.moked.interaction.Interactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/** A colleague who was asked about a call got it on his telephone: what he was asked is what he must know. */
@ApplicationScoped
public class WarmTransfer {
    private static final String BY_TELEPHONE = "interaction.call-answered";

    @Inject
    Consultations consultations;
    @Inject
    Interactions interactions;
    @Inject
    Clock clock;

    void taken(@Observes OwnerTaken event) {
        Instant now = clock.instant();
        for (Consultation asked : consultations.openOf(event.interactionId())) {
            if (asked.isWith(event.ownerId())) {
                asked.end(Consultation.Outcome.HANDED_OVER, now);
                if (BY_TELEPHONE.equals(event.action())) {
                    Interaction interaction = interactions.get(event.interactionId());
                    interactions.add(new InteractionEvent(interaction, InteractionEvent.Kind.HANDED_OVER, asked.askedBy().userName(), asked.colleague().userName(), now).explainedBy(asked.question()));
                }
            }
        }
    }
}
