// SPDX-License-Identifier: Apache-2.0
package il.moked.casework;

import il.moked.shared.NotFoundException;
import il.moked.shared.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What was asked of whom, and which team helps which. */
@ApplicationScoped
public class CaseEscalations {
    private static final int MOST_OF_CASE = 50;

    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    public void add(CaseEscalation escalation) {
        entities.persist(escalation);
        entities.flush();
    }

    public CaseEscalation get(long id) {
        CaseEscalation found = entities.find(CaseEscalation.class, id);
        if (found == null) {
            throw new NotFoundException("casework.unknown-escalation");
        }
        return found;
    }

    /** As it is now, whoever changed it since this transaction began. */
    public CaseEscalation getLocked(long id) {
        CaseEscalation found = get(id);
        entities.refresh(found, LockModeType.PESSIMISTIC_WRITE);
        return found;
    }

    public Optional<CaseEscalation> handed(long caseId) {
        return entities.createQuery("select e from CaseEscalation e where e.handedCaseId = :id", CaseEscalation.class).setParameter("id", caseId).getResultStream().findFirst();
    }

    public Optional<CaseEscalation> swarm(long caseId) {
        return entities.createQuery("select e from CaseEscalation e where e.swarmCaseId = :id", CaseEscalation.class).setParameter("id", caseId).getResultStream().findFirst();
    }

    /** Newest first. */
    public List<CaseEscalation> ofCase(long caseId) {
        return entities.createQuery("select e from CaseEscalation e where e.caseId = :id order by e.id desc", CaseEscalation.class).setParameter("id", caseId).setMaxResults(MOST_OF_CASE).getResultList();
    }

    /** What waits for him, for his team, and the swarms he is in: the oldest first. @param teamId null without one @param after id, 0 for the first page */
    public Page<CaseEscalation> askedOf(long userId, Long teamId, long after, int size) {
        Stream<CaseEscalation> his = some("e.waitingUserId = :who", userId, after, size);
        Stream<CaseEscalation> ofTeam = teamId == null ? Stream.empty() : some("e.waitingTeamId = :who", teamId, after, size);
        Stream<CaseEscalation> swarms = some(":who member of e.members", userId, after, size);
        return Page.of(Stream.of(his, ofTeam, swarms).flatMap(Function.identity()).distinct().sorted(Comparator.comparing(CaseEscalation::id)).limit(size + 1L).toList(), size);
    }

    /** Each along an index of its own. */
    private Stream<CaseEscalation> some(String which, long who, long after, int size) {
        return entities.createQuery("select e from CaseEscalation e where " + which + " and e.id > :after order by e.id", CaseEscalation.class).setParameter("who", who).setParameter("after", after).setMaxResults(size + 1).getResultStream();
    }

    // ---- paths

    public List<EscalationPath> paths() {
        return entities.createQuery("select p from EscalationPath p order by p.teamId", EscalationPath.class).getResultList();
    }

    public Optional<EscalationPath> pathOf(long teamId) {
        return Optional.ofNullable(entities.find(EscalationPath.class, teamId));
    }

    public void add(EscalationPath path) {
        entities.persist(path);
    }

    public void remove(EscalationPath path) {
        entities.remove(path);
    }

    public void flush() {
        entities.flush();
    }
}
