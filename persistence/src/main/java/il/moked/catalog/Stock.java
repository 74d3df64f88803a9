// SPDX-License-Identifier: Apache-2.0
package il.moked.catalog;

import il.moked.shared.NotFoundException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What is there and what of it is held, by product and location. Every change is one statement that the database carries out
 * only while there is enough, so that of two who want the last one, one gets it. Rows are changed in the order of product and
 * then of the location's place, so that nobody waits in a circle.
 */
@ApplicationScoped
public class Stock {
    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    /** @param available what is there and held for nobody */
    public record Level(long productId, long locationId, int onHand, int reserved, Instant changedAt) {
        public int available() {
            return onHand - reserved;
        }
    }

    /** One entry of the ledger. */
    public record Movement(long id, long productId, long locationId, StockMovement.Kind kind, int onHand, int reserved, String reference, String madeBy, Instant madeAt) {
    }

    /** At locations in use from which is sold, in the order in which they are taken from. */
    public List<Level> levels(Collection<Long> productIds) {
        if (productIds.isEmpty()) {
            return List.of();
        }
        List<?> rows = entities.createNativeQuery("""
                select s.product_id, s.location_id, s.on_hand, s.reserved, s.changed_at from stock_level s join stock_location l on l.id = s.location_id
                where s.product_id in (:products) and l.active = true and l.kind <> 'VAN' order by s.product_id, l.place, l.id""").setParameter("products", productIds).getResultList();
        return rows.stream().map(row -> (Object[]) row).map(Stock::level).toList();
    }

    /** Of these products on a van. */
    public List<Level> levelsAt(long locationId, Collection<Long> productIds) {
        if (productIds.isEmpty()) {
            return List.of();
        }
        List<?> rows = entities.createNativeQuery("select product_id, location_id, on_hand, reserved, changed_at from stock_level where location_id = :location and product_id in (:products)")
                .setParameter("location", locationId).setParameter("products", productIds).getResultList();
        return rows.stream().map(row -> (Object[]) row).map(Stock::level).toList();
    }

    private static Level level(Object[] row) {
        return new Level(((Number) row[0]).longValue(), ((Number) row[1]).longValue(), ((Number) row[2]).intValue(), ((Number) row[3]).intValue(), moment(row[4]));
    }

    private static Instant moment(Object value) {
        return value instanceof OffsetDateTime zoned ? zoned.toInstant() : (Instant) value;
    }

    /** @return whether so many were there */
    public boolean reserve(long productId, long locationId, int quantity, Instant now) {
        return change("reserved = reserved + ?3, changed_at = ?4 where product_id = ?1 and location_id = ?2 and on_hand - reserved >= ?3", productId, locationId, quantity, now);
    }

    /** What was held is not any more. */
    public void release(long productId, long locationId, int quantity, Instant now) {
        change("reserved = reserved - ?3, changed_at = ?4 where product_id = ?1 and location_id = ?2", productId, locationId, quantity, now);
    }

    /** What was held is gone. */
    public void sell(long productId, long locationId, int quantity, Instant now) {
        change("reserved = reserved - ?3, on_hand = on_hand - ?3, changed_at = ?4 where product_id = ?1 and location_id = ?2", productId, locationId, quantity, now);
    }

    /** So many that are held for nobody are gone. @return whether so many were there */
    public boolean use(long productId, long locationId, int quantity, Instant now) {
        return change("on_hand = on_hand - ?3, changed_at = ?4 where product_id = ?1 and location_id = ?2 and on_hand - reserved >= ?3", productId, locationId, quantity, now);
    }

    /** So many more are there. The row must be there. */
    public void receive(long productId, long locationId, int quantity, Instant now) {
        change("on_hand = on_hand + ?3, changed_at = ?4 where product_id = ?1 and location_id = ?2", productId, locationId, quantity, now);
    }

    /** So many are there, whatever was thought. @return false when more are held */
    public boolean count(long productId, long locationId, int onHand, Instant now) {
        return change("on_hand = ?3, changed_at = ?4 where product_id = ?1 and location_id = ?2 and reserved <= ?3", productId, locationId, onHand, now);
    }

    /** Levels are no entities: what else the transaction holds need not be compared and written before each of thousands. */
    private Query onLevels(String sql) {
        return entities.createNativeQuery(sql).setFlushMode(FlushModeType.COMMIT);
    }

    private boolean change(String what, long productId, long locationId, int quantity, Instant now) {
        return onLevels("update stock_level set " + what).setParameter(1, productId).setParameter(2, locationId).setParameter(3, quantity).setParameter(4, now).executeUpdate() == 1;
    }

    /** What there is at one place, for changing it: whoever does the same waits. A product that was never there has none of it. */
    public Level locked(long productId, long locationId, Instant now) {
        onLevels("insert into stock_level (product_id, location_id, on_hand, reserved, changed_at) values (?1, ?2, 0, 0, ?3) on conflict do nothing")
                .setParameter(1, productId).setParameter(2, locationId).setParameter(3, now).executeUpdate();
        Object[] row = (Object[]) onLevels("select product_id, location_id, on_hand, reserved, changed_at from stock_level where product_id = ?1 and location_id = ?2 for update")
                .setParameter(1, productId).setParameter(2, locationId).getSingleResult();
        return level(row);
    }

    public void add(StockMovement movement) {
        entities.persist(movement);
    }

    /** Of a product, the newest first. @param before id of the last one shown, null for the first page */
    public List<Movement> movements(long productId, Long before, int most) {
        return entities.createQuery("select new il.moked.catalog.Stock$Movement(m.id, m.productId, m.locationId, m.kind, m.onHand, m.reserved, m.reference, m.madeBy, m.madeAt) from StockMovement m where m.productId = :product and m.id < :before order by m.id desc", Movement.class)
                .setParameter("product", productId).setParameter("before", before == null ? Long.MAX_VALUE : before).setMaxResults(most).getResultList();
    }

    public List<StockLocation> locations() {
        return entities.createQuery("select l from StockLocation l order by l.place, l.id", StockLocation.class).getResultList();
    }

    public StockLocation location(long id) {
        StockLocation location = entities.find(StockLocation.class, id);
        if (location == null) {
            throw new NotFoundException("catalog.unknown-location", id);
        }
        return location;
    }

    public Optional<StockLocation> findLocation(String code) {
        return entities.createQuery("select l from StockLocation l where l.code = :code", StockLocation.class).setParameter("code", code).getResultStream().findFirst();
    }

    public void add(StockLocation location) {
        entities.persist(location);
    }

    public void add(StockReservation reservation) {
        entities.persist(reservation);
    }

    public Optional<StockReservation> findReservation(String reference) {
        return entities.createQuery("select r from StockReservation r where r.reference = :reference", StockReservation.class).setParameter("reference", reference).getResultStream().findFirst();
    }

    public StockReservation reservation(long id) {
        return entities.find(StockReservation.class, id);
    }

    /** Only one of all who try ends it. @return whether it was this one */
    public boolean end(StockReservation reservation, StockReservation.State as, Instant now) {
        int ended = entities.createNativeQuery("update stock_reservation set state = ?2, held_until = null, ended_at = ?3 where id = ?1 and state = 'HELD'")
                .setParameter(1, reservation.id()).setParameter(2, as.name()).setParameter(3, now).executeUpdate();
        if (ended == 1) {
            entities.refresh(reservation);
        }
        return ended == 1;
    }

    /** It is held longer. @return false when it has ended */
    public boolean hold(StockReservation reservation, Instant until) {
        int held = entities.createNativeQuery("update stock_reservation set held_until = ?2 where id = ?1 and state = 'HELD'").setParameter(1, reservation.id()).setParameter(2, until).executeUpdate();
        if (held == 1) {
            entities.refresh(reservation, LockModeType.NONE);
        }
        return held == 1;
    }

    /** Ids of those whose time is over. */
    public List<Long> over(Instant now, int most) {
        return entities.createQuery("select r.id from StockReservation r where r.heldUntil <= :now order by r.heldUntil, r.id", Long.class).setParameter("now", now).setMaxResults(most).getResultList();
    }

    /** @return whether it is newer than all that was taken of this feed; then it is the newest from now on */
    public boolean takeFeed(String code, long sequence, Instant now) {
        entities.createNativeQuery("insert into stock_feed (code, last_sequence, taken_at) values (?1, ?2, ?3) on conflict do nothing").setParameter(1, code).setParameter(2, Long.MIN_VALUE).setParameter(3, now).executeUpdate();
        return entities.createNativeQuery("update stock_feed set last_sequence = ?2, taken_at = ?3 where code = ?1 and last_sequence < ?2").setParameter(1, code).setParameter(2, sequence).setParameter(3, now).executeUpdate() == 1;
    }

    public void flush() {
        entities.flush();
    }
}
