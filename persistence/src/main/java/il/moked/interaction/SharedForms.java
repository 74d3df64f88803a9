// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction;

import il.moked.shared.NotFoundException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** The forms beside chats, and what they may ask. */
@ApplicationScoped
public class SharedForms {
    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    public List<SharedFormTemplate> templates() {
        return entities.createQuery("select t from SharedFormTemplate t where t.active = true order by t.place", SharedFormTemplate.class).getResultList();
    }

    public SharedFormTemplate template(String code) {
        return entities.createQuery("select t from SharedFormTemplate t where t.active = true and t.code = :code", SharedFormTemplate.class).setParameter("code", code).getResultStream().findFirst().orElseThrow(() -> new NotFoundException("chat.unknown-form"));
    }

    public void add(SharedForm form) {
        entities.persist(form);
    }

    public Optional<SharedForm> openOf(long interactionId) {
        return entities.createQuery("select f from SharedForm f join fetch f.template where f.interactionId = :interaction and f.state = :open", SharedForm.class).setParameter("interaction", interactionId).setParameter("open", SharedForm.State.OPEN)
                .getResultStream().findFirst();
    }

    /** One that two may write on at once is written on by one after the other. */
    public SharedForm getLocked(long id) {
        SharedForm form = entities.find(SharedForm.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (form == null) {
            throw new NotFoundException("chat.unknown-form");
        }
        return form;
    }
}
