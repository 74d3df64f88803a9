// SPDX-License-Identifier: Apache-2.0
package il.moked.shared.ejb;

import il.moked.shared.DomainEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/** Where activities tell what happened. Observers that must be part of it run in the same transaction, the others after commit. */
@ApplicationScoped
public class DomainEvents {
    @Inject
    Event<DomainEvent> events;

    public void tell(DomainEvent event) {
        events.fire(event);
    }
}
