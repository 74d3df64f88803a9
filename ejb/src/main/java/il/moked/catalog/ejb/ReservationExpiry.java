// SPDX-License-Identifier: Apache-2.0
package il.moked.catalog.ejb;

import il.moked.access.Role;
import il.moked.catalog.Stock;
import il.moked.catalog.StockReservation;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/** Gives free what was held longer than was said. Of all nodes that try, one ends each; none holds up the others. */
@Stateless
@RolesAllowed(Role.SYSTEM)
public class ReservationExpiry {
    public static final int BATCH = 200;

    @Inject
    Stock stock;
    @Inject
    StockFreeing freeing;
    @Inject
    Clock clock;

    /** Those whose time is over, the longest first. */
    public List<Long> over() {
        return stock.over(clock.instant(), BATCH);
    }

    /** @return whether it was this call that ended it */
    public boolean end(long id) {
        StockReservation reservation = stock.reservation(id);
        boolean over = reservation != null && reservation.heldUntil().map(until -> !until.isAfter(clock.instant())).orElse(false);
        return over && freeing.free(reservation, StockReservation.State.EXPIRED);
    }
}
