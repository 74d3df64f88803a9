// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice;

import il.moked.shared.NotFoundException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** Forms that can be sent to be signed. */
@ApplicationScoped
public class FormTemplates {
    private static final int MOST = 200;

    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    public void add(FormTemplate template) {
        entities.persist(template);
        entities.flush();
    }

    /** The newest edition of each, by code. */
    public List<FormTemplate> all() {
        return entities.createQuery("select t from FormTemplate t where t.newest = true order by t.code", FormTemplate.class).setMaxResults(MOST).getResultList();
    }

    public Optional<FormTemplate> find(String code) {
        return entities.createQuery("select t from FormTemplate t where t.code = :code and t.newest = true", FormTemplate.class).setParameter("code", code).getResultStream().findFirst();
    }

    /** Its newest edition. */
    public Optional<FormTemplate> findLocked(String code) {
        return entities.createQuery("select t from FormTemplate t where t.code = :code and t.newest = true", FormTemplate.class).setParameter("code", code).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultStream().findFirst();
    }

    public FormTemplate get(long id) {
        return Optional.ofNullable(entities.find(FormTemplate.class, id)).orElseThrow(() -> new NotFoundException("selfservice.unknown-form"));
    }
}
