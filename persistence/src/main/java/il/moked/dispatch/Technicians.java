// SPDX-License-Identifier: Apache-2.0
package il.moked.dispatch;

import il.moked.shared.NotFoundException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** Who comes to customers, where towns lie, and what is done there. */
@ApplicationScoped
public class Technicians {
    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    public void add(Technician technician) {
        entities.persist(technician);
    }

    public Technician get(long id) {
        return known(entities.find(Technician.class, id));
    }

    public Technician getLocked(long id) {
        return known(entities.find(Technician.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    private static Technician known(Technician found) {
        if (found == null) {
            throw new NotFoundException("dispatch.unknown-technician");
        }
        return found;
    }

    public Optional<Technician> findByUser(long userId) {
        return entities.createQuery("select t from Technician t where t.user.id = :user", Technician.class).setParameter("user", userId).getResultStream().findFirst();
    }

    /** Those who work, in a lasting order, with all they can and have. */
    public List<Technician> working() {
        List<Technician> found = entities.createQuery("select distinct t from Technician t join fetch t.user left join fetch t.van left join fetch t.abilities where t.active = true order by t.id", Technician.class).getResultList();
        if (!found.isEmpty()) {
            for (String further : List.of("territories", "tools", "absences")) {
                entities.createQuery("select distinct t from Technician t left join fetch t." + further + " where t in :found", Technician.class).setParameter("found", found).getResultList();
            }
        }
        return found;
    }

    public List<Locality> localities() {
        return entities.createQuery("select l from Locality l order by l.code", Locality.class).getResultList();
    }

    public Locality locality(String code) {
        Locality found = code == null ? null : entities.find(Locality.class, code);
        if (found == null) {
            throw new NotFoundException("dispatch.unknown-locality");
        }
        return found;
    }

    public List<VisitKind> kinds() {
        return entities.createQuery("select k from VisitKind k order by k.code", VisitKind.class).getResultList();
    }

    public VisitKind kind(String code) {
        VisitKind found = code == null ? null : entities.find(VisitKind.class, code);
        if (found == null) {
            throw new NotFoundException("dispatch.unknown-kind");
        }
        return found;
    }
}
