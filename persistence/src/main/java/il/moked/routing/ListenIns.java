// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import il.moked.channel.Channel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which calls supervisors asked to hear. */
@ApplicationScoped
public class ListenIns {
    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    public boolean spoken(long workItemId) {
        List<?> channel = entities.createNativeQuery("select channel from work_item where id = ?1").setParameter(1, workItemId).getResultList();
        return !channel.isEmpty() && Channel.valueOf((String) channel.get(0)).spoken();
    }

    /** @return false when he had asked already */
    public boolean ask(long workItemId, long supervisorId, Instant now) {
        return entities.createNativeQuery("""
                insert into listen_in (id, work_item_id, supervisor_id, asked_at) select nextval('listen_in_seq'), ?1, ?2, ?3 from line_fold where id = 1
                and not exists (select 1 from listen_in where work_item_id = ?1 and supervisor_id = ?2 and ended_at is null)""")
                .setParameter(1, workItemId).setParameter(2, supervisorId).setParameter(3, now).executeUpdate() == 1;
    }

    /** @return false when he was not listening */
    public boolean end(long workItemId, long supervisorId, Instant now) {
        return entities.createNativeQuery("update listen_in set ended_at = ?3 where work_item_id = ?1 and supervisor_id = ?2 and ended_at is null")
                .setParameter(1, workItemId).setParameter(2, supervisorId).setParameter(3, now).executeUpdate() > 0;
    }

    /** Work items in work that he asked to hear. */
    public Set<Long> of(long supervisorId) {
        List<?> found = entities.createNativeQuery("select l.work_item_id from listen_in l join work_item w on w.id = l.work_item_id where l.supervisor_id = ?1 and l.ended_at is null and w.state = 'ACCEPTED'")
                .setParameter(1, supervisorId).getResultList();
        return found.stream().map(id -> ((Number) id).longValue()).collect(Collectors.toSet());
    }
}
