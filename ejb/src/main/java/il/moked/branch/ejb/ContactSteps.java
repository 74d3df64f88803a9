// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.ejb;

import il.moked.interaction.Interactions;
import il.moked.interaction.ejb.HandedToTeam;
import il.moked.interaction.ejb.InteractionClosed;
import il.moked.interaction.ejb.MessageReceived;
import il.moked.interaction.ejb.OwnerTaken;
import il.moked.promise.ejb.PromiseActed;
import il.moked.routing.WorkItems;
import il.moked.routing.ejb.WorkServed;
import il.moked.shared.ejb.DomainEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Tells whoever serves a customer in one place what happens with him in another, at once. */
@ApplicationScoped
public class ContactSteps {
    @Inject
    WorkItems workItems;
    @Inject
    Interactions interactions;
    @Inject
    DomainEvents events;

    void came(@Observes MessageReceived event) {
        if (event.opened() && event.channel().live()) {
            changed(event.customerId(), event.interactionId());
        }
    }

    void served(@Observes WorkServed event) {
        if (event.channel().live()) {
            changed(interactions.get(event.interactionId()).customer().current().id(), event.interactionId());
        }
    }

    void taken(@Observes OwnerTaken event) {
        changed(event.customerId(), event.interactionId());
    }

    void handed(@Observes HandedToTeam event) {
        changed(event.customerId(), event.interactionId());
    }

    void closed(@Observes InteractionClosed event) {
        changed(event.customerId(), event.interactionId());
    }

    void promised(@Observes PromiseActed event) {
        workItems.liveOf(event.customerId()).stream().map(WorkItems.LiveContact::interactionId).forEach(id -> events.tell(new PromiseShared(id)));
    }

    private void changed(Long customerId, Long interactionId) {
        if (customerId != null) {
            workItems.liveOf(customerId).stream().map(WorkItems.LiveContact::interactionId).filter(id -> !id.equals(interactionId)).forEach(id -> events.tell(new LiveContactChanged(id)));
        }
    }
}
