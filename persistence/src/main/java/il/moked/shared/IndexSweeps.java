// SPDX-License-Identifier: Apache-2.0
package il.moked.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/** How far each index was compared with the database, and which node is at it. */
@ApplicationScoped
public class IndexSweeps {
    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    /**
     * One round goes over all ids; the next begins at the first again.
     *
     * @param compared rows of this round @param mended of them @param lastRoundMended null before the first round ended
     */
    public record Progress(String name, String node, long reached, long compared, long mended, Long lastRoundMended, Instant lastRoundAt) {
    }

    /** @return whether the node is the one that sweeps until the given moment: it was before, or nobody is */
    public boolean hold(String name, String node, Instant now, Instant until) {
        int held = entities.createNativeQuery("update index_sweep set node = ?1, held_until = ?2 where name = ?3 and (node = ?1 or held_until < ?4)")
                .setParameter(1, node).setParameter(2, until).setParameter(3, name).setParameter(4, now).executeUpdate();
        return held == 1 || entities.createNativeQuery("insert into index_sweep (name, node, held_until) values (?1, ?2, ?3) on conflict do nothing")
                .setParameter(1, name).setParameter(2, node).setParameter(3, until).executeUpdate() == 1;
    }

    public long reached(String name) {
        return ((Number) entities.createNativeQuery("select reached from index_sweep where name = ?1").setParameter(1, name).getSingleResult()).longValue();
    }

    /** Notes a piece of a round, or that the round ended with it. */
    public void swept(String name, SweptIndex.Compared piece, Instant now) {
        entities.createNativeQuery("update index_sweep set reached = ?1, compared = compared + ?2, mended = mended + ?3 where name = ?4")
                .setParameter(1, piece.end() ? 0 : piece.until()).setParameter(2, piece.compared()).setParameter(3, piece.mended()).setParameter(4, name).executeUpdate();
        if (piece.end()) {
            entities.createNativeQuery("update index_sweep set last_round_mended = mended, last_round_at = ?1, compared = 0, mended = 0 where name = ?2").setParameter(1, now).setParameter(2, name).executeUpdate();
        }
    }

    public List<Progress> all() {
        List<?> rows = entities.createNativeQuery("select name, node, reached, compared, mended, last_round_mended, last_round_at from index_sweep order by name", Tuple.class).getResultList();
        return rows.stream().map(Tuple.class::cast).map(row -> new Progress(row.get(0, String.class), row.get(1, String.class), number(row, 2), number(row, 3), number(row, 4),
                row.get(5) == null ? null : number(row, 5), instant(row.get(6)))).toList();
    }

    private static Instant instant(Object column) {
        return column instanceof OffsetDateTime zoned ? zoned.toInstant() : (Instant) column;
    }

    private static long number(Tuple row, int at) {
        return row.get(at, Number.class).longValue();
    }
}
