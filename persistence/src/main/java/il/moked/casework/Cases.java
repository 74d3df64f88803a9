// SPDX-License-Identifier: Apache-2.0
package il.moked.casework;

import il.moked.interaction.Message;
import il.moked.shared.NotFoundException;
import il.moked.shared.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** All cases. Every list goes along an index and has an end; nothing counts history. */
@ApplicationScoped
public class Cases {
    private static final String LINE = """
            select new il.moked.casework.CaseLine(s.id, s.number, s.version, s.customerId, c.displayName, s.kind, s.severity, s.subject, s.state, s.cause, s.ownerId, o.userName, o.hebrewName, o.englishName, s.teamId, t.code, t.hebrewName, t.englishName,
                s.dueAt, s.dueMetric, s.breached, s.openedAt, s.receivedAt, s.closedAt, s.mergedIntoId)
            from ServiceCase s join Customer c on c.id = s.customerId join Team t on t.id = s.teamId left join StaffUser o on o.id = s.ownerId where\s""";

    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    public String nextNumber() {
        return "C" + ((Number) entities.createNativeQuery("select nextval('service_case_number_seq')").getSingleResult()).longValue();
    }

    public void add(ServiceCase opened) {
        entities.persist(opened);
        entities.flush();
    }

    public void add(Object part) {
        entities.persist(part);
    }

    public void flush() {
        entities.flush();
    }

    public ServiceCase get(long id) {
        return known(entities.find(ServiceCase.class, id));
    }

    public ServiceCase getLocked(long id) {
        return known(entities.find(ServiceCase.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    private static ServiceCase known(ServiceCase found) {
        if (found == null) {
            throw new NotFoundException("casework.unknown");
        }
        return found;
    }

    public Optional<ServiceCase> findByNumber(String number) {
        return entities.createQuery("select s from ServiceCase s where s.number = :number", ServiceCase.class).setParameter("number", number).getResultStream().findFirst();
    }

    /** The next that the clock has to look at, locked; those another node looks at just now are passed over. */
    public Optional<ServiceCase> nextWatched(Instant now) {
        return entities.createQuery("select s from ServiceCase s where s.watchAt <= :now order by s.watchAt, s.id", ServiceCase.class).setParameter("now", now).setMaxResults(1)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE).setHint("jakarta.persistence.lock.timeout", -2).getResultStream().findFirst();
    }

    // ---- lists

    public CaseLine line(long id) {
        return lines("s.id = :id").setParameter("id", id).getResultStream().findFirst().orElseThrow(() -> new NotFoundException("casework.unknown"));
    }

    public List<CaseLine> lines(Collection<Long> ids) {
        return ids.isEmpty() ? List.of() : lines("s.id in :ids order by s.id").setParameter("ids", ids).getResultList();
    }

    /**
     * Live ones due first, the others newest first.
     *
     * @param userId of whoever asks @param teamId of his team, or null: he sees nothing of a team @param after null for the first page
     */
    public Page<CaseLine> list(CaseQuery wanted, long userId, Long teamId, CaseLine.Cursor after, int size) {
        boolean live = wanted.phase().live();
        String whose = switch (wanted.whose()) {
            case MINE -> "s.ownerId = :who and ";
            case TEAM -> "s.teamId = :who and ";
            case WATCHED -> ":who member of s.watchers and ";
            case ALL -> "";
        };
        String further = after == null ? "" : live ? " and (s.dueAt > :at or s.dueAt = :at and s.id > :id)" : " and (s.openedAt < :at or s.openedAt = :at and s.id < :id)";
        TypedQuery<CaseLine> query = lines(whose + "s.live = :live and s.state in :states" + (wanted.kind() == null ? "" : " and s.kind = :kind") + (wanted.severity() == null ? "" : " and s.severity = :severity")
                + (wanted.lateOnly() ? " and s.breached = true" : "") + further + (live ? " order by s.dueAt, s.id" : " order by s.openedAt desc, s.id desc"))
                .setParameter("live", live).setParameter("states", wanted.phase().states());
        if (wanted.whose() != CaseQuery.Whose.ALL) {
            query.setParameter("who", wanted.whose() == CaseQuery.Whose.TEAM ? (teamId == null ? Long.valueOf(-1) : teamId) : Long.valueOf(userId));
        }
        if (wanted.kind() != null) {
            query.setParameter("kind", wanted.kind());
        }
        if (wanted.severity() != null) {
            query.setParameter("severity", wanted.severity());
        }
        return page(query, after, size);
    }

    /** All of a customer, newest first. */
    public Page<CaseLine> ofCustomer(long customerId, CaseLine.Cursor after, int size) {
        return page(lines("s.customerId = :customer" + (after == null ? "" : " and (s.openedAt < :at or s.openedAt = :at and s.id < :id)") + " order by s.openedAt desc, s.id desc").setParameter("customer", customerId), after, size);
    }

    /** Those of a customer that are not solved, due first. */
    public List<CaseLine> liveOf(long customerId, int most) {
        return lines("s.customerId = :customer and s.live = true order by s.dueAt, s.id").setParameter("customer", customerId).setMaxResults(most).getResultList();
    }

    /** Below a case, and because of a problem. */
    public List<CaseLine> below(long id, int most) {
        return lines("s.parentId = :id or s.problemId = :id order by s.id desc").setParameter("id", id).setMaxResults(most).getResultList();
    }

    private TypedQuery<CaseLine> lines(String which) {
        return entities.createQuery(LINE + which, CaseLine.class);
    }

    private static Page<CaseLine> page(TypedQuery<CaseLine> query, CaseLine.Cursor after, int size) {
        if (after != null) {
            query.setParameter("at", after.at()).setParameter("id", after.id());
        }
        return Page.of(query.setMaxResults(size + 1).getResultList(), size);
    }

    // ---- what belongs to one

    /** The last ones, first things first. */
    public List<CaseEvent> events(long id, int most) {
        List<CaseEvent> newest = new ArrayList<>(entities.createQuery("select e from CaseEvent e where e.caseId = :id order by e.at desc, e.id desc", CaseEvent.class).setParameter("id", id).setMaxResults(most).getResultList());
        Collections.reverse(newest);
        return newest;
    }

    /** Newest first. */
    public List<CaseNote> notes(long id, int most) {
        return entities.createQuery("select n from CaseNote n left join fetch n.author where n.caseId = :id order by n.at desc, n.id desc", CaseNote.class).setParameter("id", id).setMaxResults(most).getResultList();
    }

    /** Newest first, with their conversations. */
    public List<Message> messages(long id, int most) {
        return entities.createQuery("select m from CaseMessage l join Message m on m.id = l.messageId join fetch m.interaction where l.caseId = :id order by m.at desc, m.id desc", Message.class).setParameter("id", id).setMaxResults(most).getResultList();
    }

    /** Those of the given messages that belong to the case. */
    public List<CaseMessage> messagesLocked(long id, Collection<Long> messageIds) {
        return messageIds.isEmpty() ? List.of() : entities.createQuery("select l from CaseMessage l where l.caseId = :id and l.messageId in :messages order by l.messageId", CaseMessage.class).setParameter("id", id).setParameter("messages", messageIds)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
    }

    /** Which of these messages belong to a case. */
    public Set<Long> taken(Collection<Long> messageIds) {
        return messageIds.isEmpty() ? Set.of() : Set.copyOf(entities.createQuery("select l.messageId from CaseMessage l where l.messageId in :messages", Long.class).setParameter("messages", messageIds).getResultList());
    }

    /** Its messages by their ids, oldest first. */
    public List<Message> texts(Collection<Long> messageIds) {
        return messageIds.isEmpty() ? List.of() : entities.createQuery("select m from Message m join fetch m.interaction where m.id in :ids order by m.at, m.id", Message.class).setParameter("ids", messageIds).getResultList();
    }

    /** Whether the customer wrote something in it that is not answered. */
    public boolean unanswered(long id) {
        return messages(id, 1).stream().anyMatch(message -> message.direction() == Message.Direction.INBOUND);
    }

    // ---- conversations

    /** Cases of a conversation, the main one first. */
    public List<CaseConversation> conversations(long interactionId) {
        return entities.createQuery("select v from CaseConversation v where v.interactionId = :interaction order by v.main desc, v.caseId", CaseConversation.class).setParameter("interaction", interactionId).getResultList();
    }

    public List<Long> conversationsOf(long id) {
        return entities.createQuery("select v.interactionId from CaseConversation v where v.caseId = :id order by v.id desc", Long.class).setParameter("id", id).setMaxResults(20).getResultList();
    }

    // ---- merging

    public CaseMerge merge(long id) {
        CaseMerge merge = entities.find(CaseMerge.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (merge == null) {
            throw new NotFoundException("casework.unknown");
        }
        return merge;
    }

    /** Those that stand and brought something to it. */
    public List<CaseMerge> mergesInto(long id) {
        return entities.createQuery("select m from CaseMerge m where m.keptId = :id and m.undoneAt is null order by m.id desc", CaseMerge.class).setParameter("id", id).setMaxResults(50).getResultList();
    }

    /** What was said and noted of one case belongs to the other. A conversation in which both were spoken of stays with both. */
    public void move(long from, long to, long merge) {
        for (String what : List.of("CaseMessage", "CaseNote")) {
            entities.createQuery("update " + what + " p set p.caseId = :to, p.mergeId = :merge where p.caseId = :from").setParameter("to", to).setParameter("merge", merge).setParameter("from", from).executeUpdate();
        }
        entities.createQuery("update CaseConversation v set v.caseId = :to, v.mergeId = :merge where v.caseId = :from and v.interactionId not in (select o.interactionId from CaseConversation o where o.caseId = :to)")
                .setParameter("to", to).setParameter("merge", merge).setParameter("from", from).executeUpdate();
    }

    public void moveBack(CaseMerge merge) {
        for (String what : List.of("CaseMessage", "CaseNote", "CaseConversation")) {
            entities.createQuery("update " + what + " p set p.caseId = :gone, p.mergeId = null where p.caseId = :kept and p.mergeId = :merge").setParameter("gone", merge.goneId()).setParameter("kept", merge.keptId()).setParameter("merge", merge.id()).executeUpdate();
        }
    }

    // ---- times

    public List<ServiceLevel> levels() {
        return entities.createQuery("select l from ServiceLevel l order by l.teamId nulls first, l.severity nulls first, l.id", ServiceLevel.class).getResultList();
    }

    /** Those that could hold. */
    public List<ServiceLevel> levels(long teamId, ServiceCase.Severity severity) {
        return entities.createQuery("select l from ServiceLevel l where (l.teamId = :team or l.teamId is null) and (l.severity = :severity or l.severity is null)", ServiceLevel.class).setParameter("team", teamId).setParameter("severity", severity).getResultList();
    }

    public Optional<ServiceLevel> findLevel(Long teamId, ServiceCase.Severity severity) {
        return levels().stream().filter(level -> Objects.equals(level.teamId().orElse(null), teamId) && level.severity().orElse(null) == severity).findFirst();
    }

    public void remove(ServiceLevel level) {
        entities.remove(level);
    }

    /** Their times are looked up again, by the clock and one by one: those of a calendar. */
    public void measureAgain(String calendar, Instant from) {
        entities.createQuery("update ServiceCase s set s.stale = true, s.watchAt = :from where s.calendarCode = :calendar and (s.live = true or s.watchAt is not null)").setParameter("from", from).setParameter("calendar", calendar).executeUpdate();
    }

    /** The same for a team, or for all when there is none. */
    public void measureAgain(Long teamId, Instant from) {
        Query update = entities.createQuery("update ServiceCase s set s.stale = true, s.watchAt = :from where (s.live = true or s.watchAt is not null)" + (teamId == null ? "" : " and s.teamId = :team")).setParameter("from", from);
        if (teamId != null) {
            update.setParameter("team", teamId);
        }
        update.executeUpdate();
    }

    // ---- notes that are being written

    public Optional<CaseDraft> draft(CaseDraft.Key key) {
        return Optional.ofNullable(entities.find(CaseDraft.class, key));
    }

    public void remove(CaseDraft draft) {
        entities.remove(draft);
    }

    // ---- saved lists

    public List<CaseFilter> filters(long userId) {
        return entities.createQuery("select f from CaseFilter f where f.userId = :user order by f.name", CaseFilter.class).setParameter("user", userId).setMaxResults(30).getResultList();
    }

    public void remove(CaseFilter filter) {
        entities.remove(filter);
    }
}
