// SPDX-License-Identifier: Apache-2.0
package il.moked.catalog.ejb;

import il.moked.access.ejb.CurrentUser;
import il.moked.catalog.Stock;
import il.moked.catalog.StockMovement;
import il.moked.catalog.StockReservation;
import il.moked.shared.ejb.DomainEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/** Ends a reservation and gives free what it held. */
@ApplicationScoped
class StockFreeing {
    @Inject
    Stock stock;
    @Inject
    CurrentUser currentUser;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    /** @param as RELEASED or EXPIRED @return whether it was this call that ended it */
    boolean free(StockReservation reservation, StockReservation.State as) {
        Instant now = clock.instant();
        if (!stock.end(reservation, as, now)) {
            return false;
        }
        for (StockReservation.Line line : reservation.lines()) {
            stock.release(line.productId(), line.locationId(), line.quantity(), now);
            stock.add(new StockMovement(line.productId(), line.locationId(), StockMovement.Kind.RELEASED, 0, -line.quantity(), reservation.reference(), currentUser.name(), now));
        }
        events.tell(new StockActed(as == StockReservation.State.EXPIRED ? "catalog.stock-expired" : "catalog.stock-released", Availability.RESERVATION, reservation.id(), reservation.customerId().orElse(null), reservation.reference()));
        return true;
    }
}
