// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** Forms that were signed, one after the other. */
@ApplicationScoped
public class SignedForms {
    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    /** Where the chain ends. */
    public record End(long number, String hash) {
    }

    /** Whoever adds to the chain waits for whoever does so now. */
    public End endLocked() {
        return end("select number, end_hash from signed_form_chain where id = 1 for update");
    }

    public End end() {
        return end("select number, end_hash from signed_form_chain where id = 1");
    }

    private End end(String query) {
        Object[] row = (Object[]) entities.createNativeQuery(query).getSingleResult();
        return new End(((Number) row[0]).longValue(), row[1] == null ? "" : (String) row[1]);
    }

    public void add(SignedForm form) {
        entities.persist(form);
        entities.flush();
        entities.createNativeQuery("update signed_form_chain set number = ?1, end_hash = ?2 where id = 1").setParameter(1, form.number()).setParameter(2, form.chainHash()).executeUpdate();
    }

    public Optional<SignedForm> ofLink(long linkId) {
        return entities.createQuery("select f from SignedForm f where f.linkId = :link", SignedForm.class).setParameter("link", linkId).getResultStream().findFirst();
    }

    public Optional<SignedForm> withNumber(long number) {
        return entities.createQuery("select f from SignedForm f where f.number = :number", SignedForm.class).setParameter("number", number).getResultStream().findFirst();
    }

    /** In their order. */
    public List<SignedForm> after(long number, int most) {
        return entities.createQuery("select f from SignedForm f where f.number > :number order by f.number", SignedForm.class).setParameter("number", number).setMaxResults(most).getResultList();
    }

    /** Those read are not kept in memory. */
    public void forgetRead() {
        entities.clear();
    }
}
