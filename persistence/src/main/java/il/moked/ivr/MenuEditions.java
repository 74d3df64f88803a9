// SPDX-License-Identifier: Apache-2.0
package il.moked.ivr;

import il.moked.shared.NotFoundException;
import il.moked.shared.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The editions of all menus. */
@ApplicationScoped
public class MenuEditions {
    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    /** An edition as it is listed. @param activatedBy and @param activatedAt null when it was never in force */
    public record Line(long id, int number, MenuEdition.State state, String note, String madeBy, Instant madeAt, String activatedBy, Instant activatedAt) {
    }

    /** Codes of all flows. */
    public List<String> flows() {
        return entities.createQuery("select distinct e.flow from MenuEdition e order by e.flow", String.class).setMaxResults(100).getResultList();
    }

    public Optional<MenuEdition> active(String flow) {
        return entities.createQuery("select e from MenuEdition e where e.activeFlow = :flow", MenuEdition.class).setParameter("flow", flow).getResultStream().findFirst();
    }

    /** For changing: whoever puts another edition in force waits here for who does the same. */
    public Optional<MenuEdition> activeLocked(String flow) {
        return entities.createQuery("select e from MenuEdition e where e.activeFlow = :flow", MenuEdition.class).setParameter("flow", flow).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultStream().findFirst();
    }

    public Optional<MenuEdition> draft(String flow) {
        return entities.createQuery("select e from MenuEdition e where e.flow = :flow and e.state = il.moked.ivr.MenuEdition$State.DRAFT order by e.number desc", MenuEdition.class).setParameter("flow", flow).setMaxResults(1).getResultStream().findFirst();
    }

    /** @throws NotFoundException {@code ivr.unknown-edition} */
    public MenuEdition get(String flow, int number) {
        return entities.createQuery("select e from MenuEdition e where e.flow = :flow and e.number = :number", MenuEdition.class).setParameter("flow", flow).setParameter("number", number).getResultStream().findFirst()
                .orElseThrow(() -> new NotFoundException("ivr.unknown-edition"));
    }

    public MenuEdition get(long id) {
        return entities.find(MenuEdition.class, id);
    }

    /** The newest first. @param before editions below this one, null for the first page */
    public Page<Line> list(String flow, Integer before, int size) {
        return Page.of(entities.createQuery("""
                select new il.moked.ivr.MenuEditions$Line(e.id, e.number, e.state, e.note, e.madeBy, e.madeAt, e.activatedBy, e.activatedAt)
                from MenuEdition e where e.flow = :flow and e.number < :before order by e.number desc""", Line.class)
                .setParameter("flow", flow).setParameter("before", before == null ? Integer.MAX_VALUE : before).setMaxResults(size + 1).getResultList(), size);
    }

    public int next(String flow) {
        return entities.createQuery("select coalesce(max(e.number), 0) from MenuEdition e where e.flow = :flow", Integer.class).setParameter("flow", flow).getSingleResult() + 1;
    }

    public void add(MenuEdition edition) {
        entities.persist(edition);
    }

    public void remove(MenuEdition draft) {
        entities.remove(draft);
    }

    public void flush() {
        entities.flush();
    }
}
