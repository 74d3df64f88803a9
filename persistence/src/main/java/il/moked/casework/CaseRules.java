// SPDX-License-Identifier: Apache-2.0
package il.moked.casework;

import il.moked.channel.Channel;
import il.moked.customer.Segment;
import il.moked.shared.NotFoundException;
import il.moked.shared.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rules and macros, what rules have to look at, and what they did. */
@ApplicationScoped
public class CaseRules {
    /** All rules there may be; as many macros. */
    public static final int MOST = 100;

    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    public void add(Object part) {
        entities.persist(part);
    }

    public void remove(Object part) {
        entities.remove(part);
    }

    public void flush() {
        entities.flush();
    }

    // ---- rules

    /** In their order. */
    public List<CaseRule> all() {
        return entities.createQuery("select r from CaseRule r order by r.position, r.id", CaseRule.class).setMaxResults(MOST).getResultList();
    }

    public List<CaseRule> active() {
        return entities.createQuery("select r from CaseRule r where r.active = true order by r.position, r.id", CaseRule.class).setMaxResults(MOST).getResultList();
    }

    public CaseRule get(long id) {
        return find(id).orElseThrow(() -> new NotFoundException("casework.unknown-rule"));
    }

    public Optional<CaseRule> find(long id) {
        return Optional.ofNullable(entities.find(CaseRule.class, id));
    }

    public CaseRule getLocked(long id) {
        CaseRule found = entities.find(CaseRule.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (found == null) {
            throw new NotFoundException("casework.unknown-rule");
        }
        return found;
    }

    /** Newest first. */
    public List<CaseRuleEdition> editions(long ruleId, int most) {
        return entities.createQuery("select e from CaseRuleEdition e where e.ruleId = :rule order by e.number desc", CaseRuleEdition.class).setParameter("rule", ruleId).setMaxResults(most).getResultList();
    }

    /** A time rule that has not yet looked at all that goes on, locked; those another node has in hand are passed over. */
    public Optional<CaseRule> nextToEnrol() {
        return entities.createQuery("select r from CaseRule r where r.active = true and r.enrolledTo is not null order by r.position, r.id", CaseRule.class).setMaxResults(1)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE).setHint("jakarta.persistence.lock.timeout", -2).getResultStream().findFirst();
    }

    /** Live cases after one, by id. */
    public List<Long> liveAfter(long caseId, int most) {
        return entities.createQuery("select s.id from ServiceCase s where s.live = true and s.id > :after order by s.id", Long.class).setParameter("after", caseId).setMaxResults(most).getResultList();
    }

    // ---- what is to be looked at

    /** Cases at which some rule has to look by now, the one that waits longest first. */
    public List<Long> casesDue(Instant now, int most) {
        return entities.createQuery("select d.caseId from CaseRuleDue d where d.at <= :now group by d.caseId order by min(d.at), d.caseId", Long.class).setParameter("now", now).setMaxResults(most).getResultList();
    }

    /** The case, locked; empty when somebody works on it just now. */
    public Optional<ServiceCase> lockedIfFree(long caseId) {
        return entities.createQuery("select s from ServiceCase s where s.id = :id", ServiceCase.class).setParameter("id", caseId)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE).setHint("jakarta.persistence.lock.timeout", -2).getResultStream().findFirst();
    }

    public Optional<CaseRuleDue> nextDue(long caseId, Instant now) {
        return entities.createQuery("select d from CaseRuleDue d where d.caseId = :id and d.at <= :now order by d.at, d.id", CaseRuleDue.class).setParameter("id", caseId).setParameter("now", now).setMaxResults(1).getResultStream().findFirst();
    }

    /** What time rules wait for in a case. */
    public List<CaseRuleDue> timed(long caseId) {
        return entities.createQuery("select d from CaseRuleDue d where d.caseId = :id and d.base is not null", CaseRuleDue.class).setParameter("id", caseId).getResultList();
    }

    /** A time rule waits for nothing any more. What happened already is still looked at. */
    public void forgetTimed(long ruleId) {
        entities.createQuery("delete from CaseRuleDue d where d.ruleId = :rule and d.base is not null").setParameter("rule", ruleId).executeUpdate();
    }

    /** Whether a time rule did what it does for a case since then. */
    public boolean fired(long ruleId, long caseId, Instant base) {
        return !entities.createQuery("select f.id from CaseRuleFiring f where f.caseId = :id and f.ruleId = :rule and f.base = :base", Long.class).setParameter("id", caseId).setParameter("rule", ruleId).setParameter("base", base)
                .setMaxResults(1).getResultList().isEmpty();
    }

    // ---- facts

    /** What rules may ask of cases, by their ids. */
    public Map<Long, CaseFacts> facts(Collection<Long> caseIds) {
        if (caseIds.isEmpty()) {
            return Map.of();
        }
        Map<Long, Channel> channels = new HashMap<>();
        entities.createQuery("select v.caseId, i.channel from CaseConversation v join Interaction i on i.id = v.interactionId where v.caseId in :ids order by v.main, v.id", Object[].class).setParameter("ids", caseIds).getResultStream()
                .forEach(row -> channels.put((Long) row[0], (Channel) row[1]));
        Map<Long, CaseFacts> facts = new LinkedHashMap<>();
        entities.createQuery("select s, t.code, c.segment, coalesce(p.sku, s.sku) from ServiceCase s join Team t on t.id = s.teamId join Customer c on c.id = s.customerId left join OwnedProduct p on p.id = s.ownedProductId where s.id in :ids", Object[].class)
                .setParameter("ids", caseIds).getResultStream().forEach(row -> {
                    ServiceCase of = (ServiceCase) row[0];
                    facts.put(of.id(), new CaseFacts(of.kind(), of.severity(), of.state(), (String) row[1], (Segment) row[2], (String) row[3], channels.get(of.id()), of.subject(), of.description(), of.breached()));
                });
        return facts;
    }

    /** The newest that go on. */
    public List<ServiceCase> newestLive(int most) {
        return entities.createQuery("select s from ServiceCase s where s.live = true order by s.openedAt desc, s.id desc", ServiceCase.class).setMaxResults(most).getResultList();
    }

    /** The conversation that a case is mainly spoken of in. */
    public Optional<Long> mainConversation(long caseId) {
        return entities.createQuery("select v.interactionId from CaseConversation v where v.caseId = :id order by v.main desc, v.id desc", Long.class).setParameter("id", caseId).setMaxResults(1).getResultStream().findFirst();
    }

    // ---- what they did

    /** Of a rule, the newest first. @param before id, or null for the first page */
    public Page<CaseRuleFiring> firings(long ruleId, Long before, int size) {
        return Page.of(entities.createQuery("select f from CaseRuleFiring f where f.ruleId = :rule and f.id < :before order by f.id desc", CaseRuleFiring.class).setParameter("rule", ruleId).setParameter("before", before == null ? Long.MAX_VALUE : before)
                .setMaxResults(size + 1).getResultList(), size);
    }

    public List<CaseRuleFiring> firingsOf(long caseId, int most) {
        return entities.createQuery("select f from CaseRuleFiring f where f.caseId = :id order by f.id desc", CaseRuleFiring.class).setParameter("id", caseId).setMaxResults(most).getResultList();
    }

    // ---- macros

    public List<CaseMacro> macros() {
        return entities.createQuery("select m from CaseMacro m order by m.teamId nulls first, m.hebrewName, m.id", CaseMacro.class).setMaxResults(MOST).getResultList();
    }

    /** Everybody's, and a team's. @param teamId null without one */
    public List<CaseMacro> macrosOf(Long teamId) {
        return entities.createQuery("select m from CaseMacro m where m.teamId is null or m.teamId = :team order by m.teamId nulls last, m.hebrewName, m.id", CaseMacro.class).setParameter("team", teamId == null ? Long.valueOf(-1) : teamId).setMaxResults(MOST).getResultList();
    }

    public Optional<CaseMacro> findMacro(long id) {
        return Optional.ofNullable(entities.find(CaseMacro.class, id));
    }

    public CaseMacro macro(long id) {
        return findMacro(id).orElseThrow(() -> new NotFoundException("casework.unknown-macro"));
    }
}
