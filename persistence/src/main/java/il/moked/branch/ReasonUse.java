// SPDX-License-Identifier: Apache-2.0
package il.moked.branch;

import il.moked.shared.Remembered;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;

/** How often people came to a branch for what, lately: what is chosen most is shown first. Looked at once in a while. */
@ApplicationScoped
public class ReasonUse {
    private static final Duration MEMORY = Duration.ofMinutes(5);
    private static final int DAYS = 7;

    private final Remembered<Long, Map<String, Long>> known = new Remembered<>(MEMORY);

    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    /** By code. One branch's last days are few, and an index holds them. */
    public Map<String, Long> of(long branchId, LocalDate today) {
        return known.get(branchId, branch -> entities.createQuery("select r.code, count(a) from Arrival a join a.reason r where a.branch.id = :branch and a.day > :since group by r.code", Object[].class).setParameter("branch", branch)
                .setParameter("since", today.minusDays(DAYS)).getResultStream().collect(Collectors.toMap(row -> (String) row[0], row -> (Long) row[1])));
    }
}
