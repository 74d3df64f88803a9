// SPDX-License-Identifier: Apache-2.0
package il.moked.access;

import il.moked.shared.NotFoundException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The people who work with Moked, and their teams. */
@ApplicationScoped
public class StaffUsers {
    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    public StaffUser get(long id) {
        StaffUser user = entities.find(StaffUser.class, id);
        if (user == null) {
            throw new NotFoundException("access.unknown-user");
        }
        return user;
    }

    public Optional<StaffUser> findByName(String userName) {
        return entities.createQuery("select u from StaffUser u left join fetch u.team where u.userName = :name", StaffUser.class)
                .setParameter("name", userName).getResultStream().findFirst();
    }

    public void add(StaffUser user) {
        entities.persist(user);
    }

    public void add(Team team) {
        entities.persist(team);
    }

    public Optional<Team> findTeam(String code) {
        return entities.createQuery("select t from Team t where t.code = :code", Team.class).setParameter("code", code).getResultStream().findFirst();
    }

    public Team team(long id) {
        Team team = entities.find(Team.class, id);
        if (team == null) {
            throw new NotFoundException("access.unknown-team");
        }
        return team;
    }

    public List<Team> teams() {
        return entities.createQuery("select t from Team t order by t.code", Team.class).getResultList();
    }

    public List<StaffUser> activeIn(long teamId) {
        return entities.createQuery("select u from StaffUser u where u.team.id = :team and u.active = true order by u.userName", StaffUser.class)
                .setParameter("team", teamId).getResultList();
    }

    /** Those of the given names who exist, active or not. */
    public List<StaffUser> named(Collection<String> userNames) {
        return userNames.isEmpty() ? List.of() : entities.createQuery("select u from StaffUser u where u.userName in :names", StaffUser.class).setParameter("names", userNames).getResultList();
    }

    public List<StaffUser> everybody() {
        return entities.createQuery("select u from StaffUser u left join fetch u.team order by u.userName", StaffUser.class).getResultList();
    }

    /** Failed sign-ins from a network address since the given moment. */
    public int failuresFrom(String address, Instant since) {
        Number failures = (Number) entities.createNativeQuery("select coalesce(sum(failures), 0) from sign_in_throttle where address = ?1 and window_start >= ?2")
                .setParameter(1, address).setParameter(2, since).getSingleResult();
        return failures.intValue();
    }

    public void countFailure(String address, Instant windowStart) {
        int counted = entities.createNativeQuery("update sign_in_throttle set failures = failures + 1 where address = ?1 and window_start = ?2")
                .setParameter(1, address).setParameter(2, windowStart).executeUpdate();
        if (counted == 0) {
            entities.createNativeQuery("insert into sign_in_throttle (address, window_start, failures) values (?1, ?2, 1) on conflict do nothing")
                    .setParameter(1, address).setParameter(2, windowStart).executeUpdate();
        }
    }
}
