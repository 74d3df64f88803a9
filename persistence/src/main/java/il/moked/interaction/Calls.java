// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction;

import il.moked.shared.NotFoundException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Telephone calls and what exchanges are asked to do with them. */
@ApplicationScoped
public class Calls {
    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    public void add(Call call) {
        entities.persist(call);
    }

    public Optional<Call> find(long accountId, String providerCallId) {
        return entities.createQuery("select c from Call c where c.accountId = :account and c.providerCallId = :call", Call.class)
                .setParameter("account", accountId).setParameter("call", providerCallId).getResultStream().findFirst();
    }

    public Call get(long id) {
        Call call = entities.find(Call.class, id);
        if (call == null) {
            throw new NotFoundException("telephony.no-call");
        }
        return call;
    }

    /** The newest call of a conversation. */
    public Optional<Call> newestOf(long interactionId) {
        return entities.createQuery("select c from Call c where c.interactionId = :interaction order by c.dialledAt desc, c.id desc", Call.class)
                .setParameter("interaction", interactionId).setMaxResults(1).getResultStream().findFirst();
    }

    /** Calls of a conversation, newest first. */
    public List<Call> of(long interactionId, int most) {
        return entities.createQuery("select c from Call c where c.interactionId = :interaction order by c.dialledAt desc, c.id desc", Call.class)
                .setParameter("interaction", interactionId).setMaxResults(most).getResultList();
    }

    /** Inbound calls dialled in a period, by the segment of the customer. @param until exclusive */
    public List<CallFigures> figures(Instant from, Instant until, Duration inTime) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = entities.createNativeQuery("""
                select g.who, sum(g.answered), sum(1 - g.answered), sum(g.reached), sum(g.reached * (1 - g.answered)), sum(case when g.answered = 1 and g.waited <= ?3 then 1 else 0 end),
                  sum(g.reached * g.waited), sum(g.served) from (
                    select case when u.kind = 'GUEST' then 'UNKNOWN' else u.segment end as who, case when c.answered_at is null then 0 else 1 end as answered,
                      case when c.answered_at is not null or c.ended_at > c.queued_at then 1 else 0 end as reached,
                      coalesce(extract(epoch from (coalesce(c.answered_at, c.ended_at) - c.queued_at)), 0) as waited,
                      coalesce(extract(epoch from (c.ended_at - c.answered_at)), 0) as served
                    from phone_call c join interaction i on i.id = c.interaction_id join customer u on u.id = i.customer_id
                    where c.dialled_at >= ?1 and c.dialled_at < ?2 and c.direction = 'INBOUND' and c.ended_at is not null) g
                group by g.who order by g.who""").setParameter(1, from).setParameter(2, until).setParameter(3, inTime.toSeconds()).getResultList();
        return rows.stream().map(row -> new CallFigures((String) row[0], number(row[1]), number(row[2]), number(row[3]), number(row[4]), number(row[5]), seconds(row[6]), seconds(row[7]))).toList();
    }

    private static long number(Object sum) {
        return ((Number) sum).longValue();
    }

    private static Duration seconds(Object sum) {
        return Duration.ofMillis(Math.round(((Number) sum).doubleValue() * 1000));
    }

    /** Whether somebody speaks in one of the conversations an agent has open. */
    public boolean talking(long agentId) {
        return !entities.createQuery("select 1 from Call c, Interaction i where i.id = c.interactionId and i.owner.id = :agent and i.state = :open and c.answeredAt is not null and c.endedAt is null", Integer.class)
                .setParameter("agent", agentId).setParameter("open", Interaction.State.OPEN).setMaxResults(1).getResultList().isEmpty();
    }

    /** Reads it anew and keeps others from changing it until the transaction ends. The conversation is locked before its calls. */
    public void lock(Call call) {
        entities.refresh(call, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Calls of an account that have not ended, newest first. */
    public List<Call> lasting(long accountId, int most) {
        return entities.createQuery("select c from Call c where c.accountId = :account and c.endedAt is null order by c.id desc", Call.class).setParameter("account", accountId).setMaxResults(most).getResultList();
    }

    /** Calls that last and whose recording has been paused since before the given moment, by id. */
    public List<Long> pausedBefore(Instant moment, int most) {
        return entities.createQuery("select c.id from Call c where c.recording = :paused and c.recordingAt < :moment and c.endedAt is null order by c.recordingAt", Long.class)
                .setParameter("paused", Call.Recording.PAUSED).setParameter("moment", moment).setMaxResults(most).getResultList();
    }

    public void add(TelephonyCommand command) {
        entities.persist(command);
    }

    public Optional<TelephonyCommand> findCommandLocked(long id) {
        return Optional.ofNullable(entities.find(TelephonyCommand.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    public Optional<TelephonyCommand> findCommand(long id) {
        return Optional.ofNullable(entities.find(TelephonyCommand.class, id));
    }

    /** Reads it anew and keeps others from changing it until the transaction ends; after its conversation and its call. */
    public void lock(TelephonyCommand command) {
        entities.refresh(command, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Commands of a call, oldest first. */
    public List<TelephonyCommand> commandsOf(long callId) {
        return entities.createQuery("select c from TelephonyCommand c where c.callId = :call order by c.id", TelephonyCommand.class).setParameter("call", callId).getResultList();
    }

    /** What was asked in a conversation before there was a call, oldest first. */
    public List<TelephonyCommand> commandsIn(long interactionId) {
        return entities.createQuery("select c from TelephonyCommand c where c.interactionId = :interaction order by c.id", TelephonyCommand.class).setParameter("interaction", interactionId).getResultList();
    }

    /** Ids of an account's commands that can be handed out now: neither settled, nor too old, nor in the hands of somebody who may still answer. Oldest first; what a caller hears comes after what is done with a call. */
    public List<Long> openCommands(long accountId, Instant now, int most) {
        return entities.createQuery("select c.id from TelephonyCommand c where c.accountId = :account and (c.state = :pending or c.state = :sending and c.leaseUntil < :now) and c.expiresAt > :now order by case when c.kind = :announce then 1 else 0 end, c.id", Long.class)
                .setParameter("announce", TelephonyCommand.Kind.ANNOUNCE).setParameter("account", accountId).setParameter("pending", TelephonyCommand.State.PENDING).setParameter("sending", TelephonyCommand.State.SENDING).setParameter("now", now).setMaxResults(most).getResultList();
    }

    /** Ids of commands nobody began, of these accounts, oldest first; what a caller hears comes last. */
    public List<Long> pendingCommands(Collection<Long> accounts, Instant now, int most) {
        return accounts.isEmpty() ? List.of() : entities.createQuery("select c.id from TelephonyCommand c where c.accountId in (:accounts) and c.state = :pending and c.expiresAt > :now order by case when c.kind = :announce then 1 else 0 end, c.id", Long.class)
                .setParameter("accounts", accounts).setParameter("announce", TelephonyCommand.Kind.ANNOUNCE).setParameter("pending", TelephonyCommand.State.PENDING).setParameter("now", now).setMaxResults(most).getResultList();
    }

    /** Commands that are worth nothing any more and were not settled. */
    public List<Long> expiredCommands(Instant now, int most) {
        return entities.createQuery("select c.id from TelephonyCommand c where c.state in (:pending, :sending) and c.expiresAt <= :now order by c.id", Long.class)
                .setParameter("pending", TelephonyCommand.State.PENDING).setParameter("sending", TelephonyCommand.State.SENDING).setParameter("now", now).setMaxResults(most).getResultList();
    }
}
