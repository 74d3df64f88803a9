// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction;

import il.moked.shared.NotFoundException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
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

    /** Reads it anew and keeps others from changing it until the transaction ends. The conversation is locked before its calls. */
    public void lock(Call call) {
        entities.refresh(call, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Calls that last and whose recording has been paused since before the given moment. */
    public List<Call> pausedBefore(Instant moment, int most) {
        return entities.createQuery("select c from Call c where c.recording = :paused and c.recordingAt < :moment and c.endedAt is null order by c.recordingAt", Call.class)
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

    /** Ids of an account's commands that are neither settled nor too old, oldest first. */
    public List<Long> openCommands(long accountId, Instant now, int most) {
        return entities.createQuery("select c.id from TelephonyCommand c where c.accountId = :account and c.state in (:pending, :sending) and c.expiresAt > :now order by c.id", Long.class)
                .setParameter("account", accountId).setParameter("pending", TelephonyCommand.State.PENDING).setParameter("sending", TelephonyCommand.State.SENDING).setParameter("now", now).setMaxResults(most).getResultList();
    }

    /** Ids of commands nobody began, of every account, oldest first. */
    public List<Long> pendingCommands(Instant now, int most) {
        return entities.createQuery("select c.id from TelephonyCommand c where c.state = :pending and c.expiresAt > :now order by c.id", Long.class)
                .setParameter("pending", TelephonyCommand.State.PENDING).setParameter("now", now).setMaxResults(most).getResultList();
    }

    /** Commands that are worth nothing any more and were not settled. */
    public List<Long> expiredCommands(Instant now, int most) {
        return entities.createQuery("select c.id from TelephonyCommand c where c.state in (:pending, :sending) and c.expiresAt <= :now order by c.id", Long.class)
                .setParameter("pending", TelephonyCommand.State.PENDING).setParameter("sending", TelephonyCommand.State.SENDING).setParameter("now", now).setMaxResults(most).getResultList();
    }
}
