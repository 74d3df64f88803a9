// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import il.moked.channel.Channel;
import il.moked.customer.Segment;
import il.moked.shared.NotFoundException;
import il.moked.shared.Remembered;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/** The waiting lines. */
@ApplicationScoped
public class WorkItems {
    /** Lines longer than this are shown as "more than": nothing counts a line to its end. */
    public static final int COUNT_LIMIT = 100;

    private static final Duration MEMORY = Duration.ofSeconds(5);

    private final Remembered<Long, Long> teams = new Remembered<>(MEMORY);

    private final Map<Long, String> codes = new ConcurrentHashMap<>();

    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    /** Work offered to an agent, with what he needs to decide. */
    public record Offer(long workItemId, long interactionId, Channel channel, String customer, Segment segment, String subject, String lastLine, Instant waitingSince, Instant dueAt, Instant expiresAt, WorkItem.Kind kind,
            String callbackNumber, Instant callbackSince, WorkItem.Origin callbackOrigin, Instant callbackFrom) {
        /** Whether the customer is to be called, whatever he came by. */
        public boolean callback() {
            return kind == WorkItem.Kind.CALLBACK;
        }
    }

    public Optional<WorkItem> findFor(long interactionId) {
        return entities.createQuery("select w from WorkItem w where w.interactionId = :interaction", WorkItem.class)
                .setParameter("interaction", interactionId).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultStream().findFirst();
    }

    public Optional<WorkItem> find(long id) {
        return Optional.ofNullable(entities.find(WorkItem.class, id));
    }

    /** The conversation an item belongs to, for whoever is to lock it before the item. */
    public long interactionOf(long id) {
        return entities.createQuery("select w.interactionId from WorkItem w where w.id = :id", Long.class).setParameter("id", id).getResultStream().findFirst().orElseThrow(() -> new NotFoundException("routing.unknown-item"));
    }

    public WorkItem getLocked(long id) {
        WorkItem item = entities.find(WorkItem.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (item == null) {
            throw new NotFoundException("routing.unknown-item");
        }
        return item;
    }

    public void add(WorkItem item) {
        entities.persist(item);
    }

    public WorkQueue queue(long id) {
        WorkQueue queue = entities.find(WorkQueue.class, id);
        if (queue == null) {
            throw new NotFoundException("routing.unknown-queue");
        }
        return queue;
    }

    /** The team that answers for a line. */
    public long teamOf(long queueId) {
        return teams.get(queueId, wanted -> queue(wanted).teamId());
    }

    /** Code of a queue; it never changes. */
    public String codeOf(long queueId) {
        return codes.computeIfAbsent(queueId, wanted -> queue(wanted).code());
    }

    /** Ids of a team's queues, the oldest first. */
    public List<Long> queuesOf(long teamId) {
        return entities.createQuery("select q.id from WorkQueue q where q.teamId = :team order by q.id", Long.class).setParameter("team", teamId).getResultList();
    }

    public List<WorkQueue> queues() {
        return entities.createQuery("select q from WorkQueue q order by q.code", WorkQueue.class).getResultList();
    }

    public void add(WorkQueue queue) {
        entities.persist(queue);
    }

    /** Those of the items that still wait and that nobody else has locked, locked. */
    public List<WorkItem> claim(Collection<Long> ids) {
        return ids.isEmpty() ? List.of() : unlocked("w.id in (?1) and w.state = 'WAITING' order by w.id", ids);
    }

    /**
     * Items that nobody else has locked, locked: whoever takes several never waits for one. In SQL of its own, for of H2 the
     * persistence provider believes that it cannot skip what is locked.
     *
     * @param which condition and order, with the parameters ?1, ?2 ...
     */
    @SuppressWarnings("unchecked")
    private List<WorkItem> unlocked(String which, Object... parameters) {
        Query query = entities.createNativeQuery("select w.* from work_item w where " + which + " for update skip locked", WorkItem.class);
        for (int number = 0; number < parameters.length; number++) {
            query.setParameter(number + 1, parameters[number]);
        }
        return query.getResultList();
    }

    /** Callbacks whose moment has come, locked. */
    public List<WorkItem> scheduledBefore(Instant now, int most) {
        return unlocked("w.state = 'SCHEDULED' and w.not_before <= ?1 order by w.not_before fetch first ?2 rows only", now, most);
    }

    /** Accepted calls that nobody answered in time. */
    public List<Place> unconnected(Instant now, int most) {
        return entities.createQuery("select new il.moked.routing.WorkItems$Place(w.id, w.interactionId) from WorkItem w where w.connectBy < :now and w.state = il.moked.routing.WorkItem$State.ACCEPTED order by w.connectBy", Place.class)
                .setParameter("now", now).setMaxResults(most).getResultList();
    }

    /** Calls that ended before a moment and still take their agent, although he sums nothing up any more. */
    public List<Place> stillTaking(Instant endedBefore, int most) {
        return entities.createQuery("""
                select new il.moked.routing.WorkItems$Place(w.id, w.interactionId) from WorkItem w where w.state = il.moked.routing.WorkItem$State.ACCEPTED and w.channel = il.moked.channel.Channel.PHONE and w.servedAt < :moment
                and exists (select 1 from Call c where c.interactionId = w.interactionId and c.endedAt < :moment)
                and not exists (select 1 from Call c where c.interactionId = w.interactionId and (c.endedAt is null or c.endedAt >= :moment))
                and not exists (select 1 from Agent a where a.id = w.agentId and a.presence = il.moked.agent.Presence.WRAP_UP) order by w.id""", Place.class)
                .setParameter("moment", endedBefore).setMaxResults(most).getResultList();
    }

    /** A work item and its conversation, which is locked before it. */
    public record Place(long workItemId, long interactionId) {
    }

    private static final List<Channel> LIVE = Stream.of(Channel.values()).filter(Channel::live).toList();
    private static final String AWAITS_CALLBACK = """
             and w.kind = il.moked.routing.WorkItem$Kind.CALLBACK
            and w.state in (il.moked.routing.WorkItem$State.WAITING, il.moked.routing.WorkItem$State.OFFERED, il.moked.routing.WorkItem$State.SCHEDULED) order by w.id""";

    /** Where a customer still waits to be called. */
    public List<Place> callbacksOfCustomer(long customerId) {
        return entities.createQuery("select new il.moked.routing.WorkItems$Place(w.id, w.interactionId) from WorkItem w where w.customerId = :customer" + AWAITS_CALLBACK, Place.class).setParameter("customer", customerId).getResultList();
    }

    /** Who still waits to be called at a number. */
    public List<Place> callbacksTo(String number) {
        return entities.createQuery("select new il.moked.routing.WorkItems$Place(w.id, w.interactionId) from WorkItem w where w.callbackNumber = :number" + AWAITS_CALLBACK, Place.class).setParameter("number", number).getResultList();
    }

    /**
     * Where a customer is in contact at this moment.
     *
     * @param agentId who serves him, null while he waits @param since when he is served, or has waited
     */
    public record LiveContact(long interactionId, Channel channel, Long agentId, Instant since) {
    }

    /**
     * Contacts of a customer in which he is there himself, waiting or served; who waits to be called is not. At most ten. No work item is loaded by
     * this: whoever changes one afterwards in the same transaction locks it, and must read it as it is then.
     */
    public List<LiveContact> liveOf(long customerId) {
        return entities.createQuery("""
                select new il.moked.routing.WorkItems$LiveContact(w.interactionId, w.channel, case when w.state = il.moked.routing.WorkItem$State.ACCEPTED then w.agentId end, coalesce(w.servedAt, w.waitingSince))
                from WorkItem w where w.customerId = :customer and w.kind = il.moked.routing.WorkItem$Kind.CONTACT and w.state in :open and w.channel in :live order by w.id""", LiveContact.class)
                .setParameter("customer", customerId).setParameter("open", List.of(WorkItem.State.WAITING, WorkItem.State.OFFERED, WorkItem.State.ACCEPTED)).setParameter("live", LIVE).setMaxResults(10).getResultList();
    }

    /** The work item of a conversation, to look at. */
    public Optional<WorkItem> look(long interactionId) {
        return entities.createQuery("select w from WorkItem w where w.interactionId = :interaction", WorkItem.class).setParameter("interaction", interactionId).getResultStream().findFirst();
    }

    /**
     * How many are before somebody with that due time in a queue: counted while they are few; beyond {@link #COUNT_LIMIT}
     * estimated from how far his due time lies between the first and the last one's, so that it costs the same however
     * many wait.
     *
     * @param waiting how many wait in the queue altogether
     */
    public long before(WorkItem item, LongSupplier waiting) {
        int counted = before(item);
        if (counted < COUNT_LIMIT) {
            return counted;
        }
        Instant first = edge(item.queueId(), "asc");
        Instant last = edge(item.queueId(), "desc");
        double span = Math.max(1, Duration.between(first, last).toMillis());
        double share = Math.min(1, Duration.between(first, item.dueAt()).toMillis() / span);
        return Math.max(COUNT_LIMIT, Math.round(share * waiting.getAsLong()));
    }

    private Instant edge(long queueId, String order) {
        return entities.createQuery("select w.dueAt from WorkItem w where w.queueId = :queue and w.state = il.moked.routing.WorkItem$State.WAITING order by w.dueAt " + order, Instant.class)
                .setParameter("queue", queueId).setMaxResults(1).getSingleResult();
    }

    /** Offers to agents who are not available any more, which an event failed to take back. Locked, in order of agents. */
    public List<WorkItem> offeredToNobody(int most) {
        return unlocked("w.state = 'OFFERED' and not exists (select 1 from agent a where a.user_id = w.agent_id and a.presence = 'AVAILABLE') order by w.agent_id fetch first ?1 rows only", most);
    }

    /** Items that are offered or worked on although their conversation is closed. Locked, in order of agents. */
    public List<WorkItem> ofClosed(int most) {
        return unlocked("w.state in ('OFFERED', 'ACCEPTED') and exists (select 1 from interaction i where i.id = w.interaction_id and i.state = 'CLOSED') order by w.agent_id fetch first ?1 rows only", most);
    }

    /** Units an agent's work takes: primary, interruptible. The agent is locked, so that no work of his begins or ends meanwhile. */
    public int[] loadOf(long agentId) {
        entities.find(il.moked.agent.Agent.class, agentId, LockModeType.PESSIMISTIC_WRITE);
        Object[] sums = (Object[]) entities.createNativeQuery("""
                select coalesce(sum(case when interruptible then 0 else weight end), 0), coalesce(sum(case when interruptible then weight else 0 end), 0)
                from work_item where agent_id = ?1 and state in ('OFFERED', 'ACCEPTED')""").setParameter(1, agentId).getSingleResult();
        return new int[] {((Number) sums[0]).intValue(), ((Number) sums[1]).intValue()};
    }

    /** Agents whose counted capacity is not what their work takes, with what it takes: primary, interruptible. */
    public List<Object[]> miscounted(int most) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = entities.createNativeQuery("""
                select a.user_id, coalesce(w.primary_units, 0), coalesce(w.other_units, 0) from agent a left join (
                  select agent_id, sum(case when interruptible then 0 else weight end) as primary_units, sum(case when interruptible then weight else 0 end) as other_units
                  from work_item where state in ('OFFERED', 'ACCEPTED') group by agent_id) w on w.agent_id = a.user_id
                where a.used_capacity <> coalesce(w.primary_units, 0) or a.used_interruptible <> coalesce(w.other_units, 0) order by a.user_id""").setMaxResults(most).getResultList();
        return rows;
    }

    /** Teams for which something waits. */
    public List<Long> teamsWaiting() {
        return entities.createQuery("select distinct q.teamId from WorkQueue q where exists (select 1 from WorkItem w where w.queueId = q.id and w.state = il.moked.routing.WorkItem$State.WAITING)", Long.class).getResultList();
    }

    /** Locked, in order of agents. */
    public List<WorkItem> expiredOffers(Instant now, int most) {
        return unlocked("w.state = 'OFFERED' and w.offer_expires_at < ?1 order by w.agent_id fetch first ?2 rows only", now, most);
    }

    /** Locked. An item that somebody else has locked is left to him: whoever asks holds the agent, and must not wait for an item then. */
    public List<WorkItem> offeredTo(long agentId) {
        return unlocked("w.agent_id = ?1 and w.state = 'OFFERED'", agentId);
    }

    public List<Offer> offers(long agentId) {
        return entities.createQuery("""
                select new il.moked.routing.WorkItems$Offer(w.id, i.id, i.channel, c.displayName, c.segment, i.subject, i.lastLine, w.waitingSince, w.dueAt, w.offerExpiresAt, w.kind, w.callbackNumber, w.callbackSince, w.callbackOrigin, w.notBefore)
                from WorkItem w, Interaction i join i.customer c where i.id = w.interactionId and w.agentId = :agent and w.state = il.moked.routing.WorkItem$State.OFFERED
                order by w.dueAt, w.id""", Offer.class).setParameter("agent", agentId).getResultList();
    }

    /** How many wait in a team's lines, up to {@link #COUNT_LIMIT}. */
    public int waiting(long teamId) {
        return entities.createQuery("select w.id from WorkItem w where w.queueId in (select q.id from WorkQueue q where q.teamId = :team) and w.state = il.moked.routing.WorkItem$State.WAITING", Long.class)
                .setParameter("team", teamId).setMaxResults(COUNT_LIMIT).getResultList().size();
    }

    /** How many are before this one in its line, up to {@link #COUNT_LIMIT}. */
    public int before(WorkItem item) {
        return entities.createQuery("""
                select w.id from WorkItem w where w.queueId = :queue and w.state = il.moked.routing.WorkItem$State.WAITING
                and (w.dueAt < :due or w.dueAt = :due and w.id < :id)""", Long.class)
                .setParameter("queue", item.queueId()).setParameter("due", item.dueAt()).setParameter("id", item.id()).setMaxResults(COUNT_LIMIT).getResultList().size();
    }

    /** How long a contact should wait at most, by the rules under which it came. @param calendarCode of the calendar in whose hours that runs, null: by the clock */
    public record Allowed(long interactionId, Duration within, String calendarCode) {
        private Allowed(long interactionId, int seconds, String calendarCode) {
            this(interactionId, Duration.ofSeconds(seconds), calendarCode);
        }
    }

    /** Of those conversations that have a work item. */
    public List<Allowed> allowed(Collection<Long> interactionIds) {
        return interactionIds.isEmpty() ? List.of() : entities.createQuery("select w.interactionId, w.targetSeconds, w.calendarCode from WorkItem w where w.interactionId in :ids", Object[].class)
                .setParameter("ids", interactionIds).getResultStream().map(row -> new Allowed((Long) row[0], (Integer) row[1], (String) row[2])).toList();
    }
}
