// SPDX-License-Identifier: Apache-2.0
package il.moked.order.ejb;

import il.moked.catalog.StockReservation;
import il.moked.catalog.ejb.Availability;
import il.moked.catalog.ejb.Availability.Buyer;
import il.moked.catalog.ejb.Availability.Held;
import il.moked.catalog.ejb.Availability.Part;
import il.moked.catalog.ejb.Availability.Wanted;
import il.moked.catalog.ejb.Levels;
import il.moked.order.OrderLine;
import il.moked.order.OrderReturn;
import il.moked.order.ReturnPolicy;
import il.moked.order.SaleOrder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The stock of an order: held while it is paid, sold with it, free again without it. */
@ApplicationScoped
class GoodsHeld {
    /** Behind an order's number: a second holding, for whoever paid after the first was over. */
    private static final String AGAIN = "-2";

    @Inject
    Availability availability;
    @Inject
    Clock clock;

    /** @param location code of where it is fetched from; null when it is sent @throws il.moked.shared.BusinessException {@code catalog.out-of-stock}, {@code catalog.unknown-location} */
    void hold(SaleOrder order, Instant until, String location) {
        hold(order.number(), order, Duration.between(clock.instant(), until), location);
    }

    private void hold(String reference, SaleOrder order, Duration time, String location) {
        availability.reserve(new Buyer(reference, order.customerId(), order.channel().orElse(null), time), order.lines().stream().map(line -> new Wanted(line.sku(), line.quantity(), location)).toList());
    }

    /** @return false when it is not held any more and not there */
    boolean sell(SaleOrder order) {
        StockReservation.State state = availability.reservation(order.number()).state();
        if (state == StockReservation.State.HELD || state == StockReservation.State.SOLD) {
            availability.confirm(order.number());
            return true;
        }
        if (!there(order)) {
            return false;
        }
        hold(order.number() + AGAIN, order, Duration.ofMinutes(1), null);
        availability.confirm(order.number() + AGAIN);
        return true;
    }

    private boolean there(SaleOrder order) {
        Map<String, List<Levels.Place>> places = availability.of(order.lines().stream().map(OrderLine::sku).toList());
        return order.lines().stream().filter(line -> places.containsKey(line.sku())).allMatch(line -> places.get(line.sku()).stream().mapToInt(Levels.Place::available).sum() >= line.quantity());
    }

    /** It is not sold, or not any more. */
    void free(SaleOrder order) {
        Held held = availability.reservation(order.number());
        if (held.state() == StockReservation.State.SOLD) {
            held.parts().forEach(part -> availability.takeBack(part.sku(), part.quantity(), part.location(), order.number()));
        } else {
            availability.release(order.number());
        }
    }

    /** To where it came from. What has a fault is sold to nobody else. */
    void back(OrderReturn returned) {
        if (returned.ground() == ReturnPolicy.Ground.FAULT) {
            return;
        }
        List<Part> parts = availability.reservation(returned.order().number()).parts();
        for (OrderReturn.Piece piece : returned.pieces()) {
            String sku = returned.order().line(piece.place()).sku();
            parts.stream().filter(part -> part.sku().equals(sku)).findFirst().ifPresent(part -> availability.takeBack(sku, piece.quantity(), part.location(), returned.order().number()));
        }
    }
}
