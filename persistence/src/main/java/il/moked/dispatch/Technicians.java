// SPDX-License-Identifier: Apache-2.0
package il.moked.dispatch;

import il.moked.shared.NotFoundException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Who comes to customers, where towns lie, and what is done there. */
@ApplicationScoped
public class Technicians {
    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    public void add(Technician technician) {
        entities.persist(technician);
    }

    /** Its number is known afterwards. */
    public void add(VisitKind kind) {
        stored(kind);
    }

    /** Its number is known afterwards. */
    public void add(Locality town) {
        stored(town);
    }

    private void stored(Object numbered) {
        entities.persist(numbered);
        entities.flush();
        entities.refresh(numbered);
    }

    public void addAll(Collection<Locality> towns) {
        towns.forEach(entities::persist);
    }

    public void flush() {
        entities.flush();
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
        return whole("where t.active = true order by t.id");
    }

    /** Those who left too, after those who work. */
    public List<Technician> everybody() {
        return whole("order by t.active desc, t.id");
    }

    private List<Technician> whole(String which) {
        List<Technician> found = entities.createQuery("select distinct t from Technician t join fetch t.user left join fetch t.van left join fetch t.abilities " + which, Technician.class).getResultList();
        if (!found.isEmpty()) {
            for (String further : List.of("territories", "tools", "absences")) {
                entities.createQuery("select distinct t from Technician t left join fetch t." + further + " where t in :found", Technician.class).setParameter("found", found).getResultList();
            }
        }
        return found;
    }

    /** Who works with that van. */
    public Optional<Technician> withVan(long vanId) {
        return entities.createQuery("select t from Technician t join fetch t.user where t.active = true and t.van.id = :van order by t.id", Technician.class).setParameter("van", vanId).setMaxResults(1).getResultStream().findFirst();
    }

    /** Those towns are in. */
    public List<String> territories() {
        return entities.createQuery("select distinct l.territory from Locality l order by l.territory", String.class).getResultList();
    }

    /** By code. @param like part of a code or a name, empty for all @param after code of the last one shown, null for the first page */
    public List<Locality> localities(String like, String after, int most) {
        return entities.createQuery("select l from Locality l where l.code > :after and (l.code like :like escape '!' or l.names.hebrew like :like escape '!' or lower(l.names.english) like :like escape '!') order by l.code", Locality.class)
                .setParameter("after", after == null ? "" : after).setParameter("like", "%" + like.strip().toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%").setMaxResults(most).getResultList();
    }

    /** Those of the codes that are known. */
    public Map<String, Locality> localities(Collection<String> codes) {
        return codes.isEmpty() ? Map.of() : entities.createQuery("select l from Locality l where l.code in :codes", Locality.class).setParameter("codes", codes).getResultStream().collect(Collectors.toMap(Locality::code, Function.identity()));
    }

    public List<Locality> localities() {
        return entities.createQuery("select l from Locality l order by l.code", Locality.class).getResultList();
    }

    public Locality locality(String code) {
        return findLocality(code).orElseThrow(() -> new NotFoundException("dispatch.unknown-locality"));
    }

    public Optional<Locality> findLocality(String code) {
        return code == null ? Optional.empty() : Optional.ofNullable(entities.find(Locality.class, code));
    }

    public List<VisitKind> kinds() {
        return entities.createQuery("select k from VisitKind k order by k.code", VisitKind.class).getResultList();
    }

    public VisitKind kind(String code) {
        return findKind(code).orElseThrow(() -> new NotFoundException("dispatch.unknown-kind"));
    }

    public Optional<VisitKind> findKind(String code) {
        return code == null ? Optional.empty() : Optional.ofNullable(entities.find(VisitKind.class, code));
    }
}
