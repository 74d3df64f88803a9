// SPDX-License-Identifier: Apache-2.0
package il.moked.promise;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;

/** How many were kept and broken, by team and by the day on which they were due. Counted when it happens; the row is locked last. */
@ApplicationScoped
public class PromiseCounts {
    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    /** What is counted. BROKEN ones stay counted when they are kept late; RESCHEDULED are those due at a time agreed afterwards, whatever became of them. */
    public enum Counted { GIVEN, KEPT, BROKEN, KEPT_LATE, CANCELLED, RESCHEDULED }

    /** @param keptLate of those broken @param rescheduled of those given */
    public record Standing(long teamId, String code, String hebrewName, String englishName, long given, long kept, long broken, long keptLate, long cancelled, long rescheduled) {
        private static final int WHOLE = 100;

        public String team(String language) {
            return "he".equals(language) ? hebrewName : englishName;
        }

        /** Kept in time, of a hundred that were decided; null while none was. */
        public Integer keptPercent() {
            return kept + broken == 0 ? null : (int) Math.round((double) WHOLE * kept / (kept + broken));
        }
    }

    /** @param more 1, or -1 when it is taken back */
    public void count(LocalDate day, long teamId, Counted what, int more) {
        if (add(day, teamId, what, more) == 0) {
            entities.createNativeQuery("insert into promise_count (due_day, team_id, given, kept, broken, kept_late, cancelled) values (?1, ?2, 0, 0, 0, 0, 0) on conflict do nothing").setParameter(1, day).setParameter(2, teamId).executeUpdate();
            add(day, teamId, what, more);
        }
    }

    private int add(LocalDate day, long teamId, Counted what, int more) {
        String column = switch (what) {
            case GIVEN -> "given";
            case KEPT -> "kept";
            case BROKEN -> "broken";
            case KEPT_LATE -> "kept_late";
            case CANCELLED -> "cancelled";
            case RESCHEDULED -> "rescheduled";
        };
        return entities.createNativeQuery("update promise_count set " + column + " = " + column + " + ?3 where due_day = ?1 and team_id = ?2").setParameter(1, day).setParameter(2, teamId).setParameter(3, more).executeUpdate();
    }

    /** Teams that had anything due in these days, both included. */
    public List<Standing> standings(LocalDate from, LocalDate to) {
        List<?> rows = entities.createNativeQuery("""
                select t.id, t.code, t.name_he, t.name_en, sum(c.given), sum(c.kept), sum(c.broken), sum(c.kept_late), sum(c.cancelled), sum(c.rescheduled) from promise_count c join team t on t.id = c.team_id
                where c.due_day between ?1 and ?2 group by t.id, t.code, t.name_he, t.name_en order by t.code""").setParameter(1, from).setParameter(2, to).getResultList();
        return rows.stream().map(Object[].class::cast).map(row -> new Standing(number(row[0]), (String) row[1], (String) row[2], (String) row[3], number(row[4]), number(row[5]), number(row[6]), number(row[7]), number(row[8]), number(row[9]))).toList();
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
