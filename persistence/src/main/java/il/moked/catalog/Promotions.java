// SPDX-License-Identifier: Apache-2.0
package il.moked.catalog;

import il.moked.shared.NotFoundException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What is cheaper for a while. */
@ApplicationScoped
public class Promotions {
    /** More at a time nobody keeps in mind, and all of them are read at every price. */
    public static final int MOST = 500;

    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    public Promotion get(long id) {
        Promotion promotion = entities.find(Promotion.class, id);
        if (promotion == null) {
            throw new NotFoundException("catalog.unknown-promotion", id);
        }
        return promotion;
    }

    public Optional<Promotion> find(String code) {
        return entities.createQuery("select p from Promotion p where p.code = :code", Promotion.class).setParameter("code", code).getResultStream().findFirst();
    }

    /** Those that hold on that day. */
    public List<Promotion> holding(LocalDate day) {
        return entities.createQuery("select p from Promotion p where p.active = true and p.from <= :day and (p.until is null or p.until > :day)", Promotion.class)
                .setParameter("day", day).setMaxResults(MOST).setFlushMode(FlushModeType.COMMIT).getResultList();
    }

    /** The newest first. @param before id of the last one shown, null for the first page */
    public List<Promotion> list(Long before, int most) {
        return entities.createQuery("select p from Promotion p where p.id < :before order by p.id desc", Promotion.class).setParameter("before", before == null ? Long.MAX_VALUE : before).setMaxResults(most).getResultList();
    }

    public void add(Promotion promotion) {
        entities.persist(promotion);
    }

    public void flush() {
        entities.flush();
    }
}
