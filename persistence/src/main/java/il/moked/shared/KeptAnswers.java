// SPDX-License-Identifier: Apache-2.0
package il.moked.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Requests that came under a key of their caller, and what was answered to them. */
@ApplicationScoped
public class KeptAnswers {
    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    /** @param answer null while it runs, or when the server stopped before it ended */
    public record Known(String fingerprint, KeptAnswer answer) {
    }

    /** Takes the key for this request. @return false when it is taken; a request that takes it at the same moment is waited for */
    public boolean take(String caller, String key, String fingerprint, Instant now) {
        return entities.createNativeQuery("insert into kept_answer (caller, request_key, fingerprint, begun_at) values (?1, ?2, ?3, ?4) on conflict do nothing")
                .setParameter(1, caller).setParameter(2, key).setParameter(3, fingerprint).setParameter(4, now).executeUpdate() == 1;
    }

    public Optional<Known> find(String caller, String key) {
        List<?> rows = entities.createNativeQuery("select fingerprint, status, content_type, location, entity_tag, body from kept_answer where caller = ?1 and request_key = ?2").setParameter(1, caller).setParameter(2, key).getResultList();
        return rows.stream().map(row -> (Object[]) row).map(row -> new Known((String) row[0], row[1] == null ? null : new KeptAnswer(((Number) row[1]).intValue(), (String) row[2], (String) row[3], (String) row[4], (String) row[5]))).findFirst();
    }

    public void keep(String caller, String key, KeptAnswer answer) {
        entities.createNativeQuery("update kept_answer set status = ?3, content_type = ?4, location = ?5, entity_tag = ?6, body = ?7 where caller = ?1 and request_key = ?2").setParameter(1, caller).setParameter(2, key)
                .setParameter(3, answer.status()).setParameter(4, answer.contentType()).setParameter(5, answer.location()).setParameter(6, answer.entityTag()).setParameter(7, answer.body()).executeUpdate();
    }

    /** The request was refused: nothing was done, and the key may be used again. */
    public void release(String caller, String key) {
        entities.createNativeQuery("delete from kept_answer where caller = ?1 and request_key = ?2 and status is null").setParameter(1, caller).setParameter(2, key).executeUpdate();
    }

    /** @param most so that the transaction stays short @return how many were forgotten */
    public int forgetBefore(Instant begun, int most) {
        return entities.createNativeQuery("delete from kept_answer where (caller, request_key) in (select k.caller, k.request_key from kept_answer k where k.begun_at < ?1 order by k.begun_at fetch first " + most + " rows only)").setParameter(1, begun).executeUpdate();
    }
}
