// SPDX-License-Identifier: Apache-2.0
package il.moked.promise.ejb;

import il.moked.agent.ejb.DesksSeen;
import il.moked.access.Role;
import il.moked.access.StaffUser;
import il.moked.access.StaffUsers;
import il.moked.promise.Promise;
import il.moked.promise.PromiseCounts;
import il.moked.promise.PromiseCounts.Counted;
import il.moked.promise.PromiseEvent;
import il.moked.promise.Promises;
import il.moked.shared.ejb.DomainEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** Writes down what happens to a promise, counts it and tells it: in the transaction of whoever calls. */
@ApplicationScoped
class PromiseLedger {
    /** Who does what the clock decides. */
    static final String CLOCK = "moked";
    private static final String WALL = "wall";

    @Inject
    Promises promises;
    @Inject
    PromiseCounts counts;
    @Inject
    StaffUsers users;
    @Inject
    DesksSeen desks;
    @Inject
    DomainEvents events;

    void write(Promise promise, PromiseEvent.Kind what, String who, String detail, Instant now) {
        promises.add(new PromiseEvent(promise, what, who, detail, now));
    }

    void count(Promise promise, long teamId, Counted what, int more) {
        promises.flush();
        counts.count(promise.dueDay(), teamId, what, more);
    }

    /** @return whether it was in time */
    boolean keep(Promise promise, Promise.Proof proof, String words, String who, Instant now) {
        breakIfOverdue(promise, now);
        promise.keep(proof, words, who, now);
        boolean late = promise.state() == Promise.State.KEPT_LATE;
        write(promise, PromiseEvent.Kind.KEPT, who, words == null ? proof.name() : proof + " " + words, now);
        count(promise, late ? promise.brokenTeamId().orElseThrow() : promise.teamId(), late ? Counted.KEPT_LATE : Counted.KEPT, 1);
        tell("promise.kept", promise, late ? "late" : proof.name());
        return !late;
    }

    /** It counts for another team from now on, or no more. */
    void given(Promise promise, long teamId, int more) {
        count(promise, teamId, Counted.GIVEN, more);
        if (promise.reschedules() > 0) {
            count(promise, teamId, Counted.RESCHEDULED, more);
        }
    }

    /** It is due on another day: counted there, as one that was put to another time. Days are locked in their order. @param rescheduled 1 when it counted as such before, else 0 */
    void recount(Promise promise, LocalDate before, int rescheduled) {
        promises.flush();
        boolean later = before.isBefore(promise.dueDay());
        if (later) {
            leave(promise, before, rescheduled);
        }
        counts.count(promise.dueDay(), promise.teamId(), Counted.GIVEN, 1);
        counts.count(promise.dueDay(), promise.teamId(), Counted.RESCHEDULED, 1);
        if (!later) {
            leave(promise, before, rescheduled);
        }
    }

    private void leave(Promise promise, LocalDate day, int rescheduled) {
        counts.count(day, promise.teamId(), Counted.GIVEN, -1);
        counts.count(day, promise.teamId(), Counted.RESCHEDULED, -rescheduled);
    }

    /** Somebody acted: its owner is told, else the team. @param detail for the audit, or null */
    void tell(String action, Promise promise, String detail) {
        events.tell(new PromiseActed(action, promise.id(), promise.customerId(), promise.interactionId().orElse(null), Owners.of(promise), detail));
    }

    void remindIfDue(Promise promise, Instant now) {
        if (promise.remind(now)) {
            write(promise, PromiseEvent.Kind.REMINDED, CLOCK, null, now);
            events.tell(new PromiseReminded(promise.id(), promise.interactionId().orElse(null), reachable(promise)));
        }
    }

    /** Whoever comes first says so: the clock, or somebody who keeps it too late. */
    void breakIfOverdue(Promise promise, Instant now) {
        if (promise.breakIfOverdue(now)) {
            write(promise, PromiseEvent.Kind.BROKEN, CLOCK, promise.dueAt().toString(), now);
            count(promise, promise.teamId(), Counted.BROKEN, 1);
            events.tell(new PromiseBroken(promise.id(), promise.customerId(), promise.interactionId().orElse(null), promise.dueAt(), Stream.concat(reachable(promise).stream(), Stream.of(WALL)).toList()));
        }
    }

    void escalateIfDue(Promise promise, Instant now) {
        if (promise.escalate(now)) {
            write(promise, PromiseEvent.Kind.ESCALATED, CLOCK, null, now);
            List<String> supervisors = users.activeIn(promise.teamId()).stream().filter(user -> user.has(Role.SUPERVISOR)).map(StaffUser::id).map(id -> "agent:" + id).toList();
            events.tell(new PromiseEscalated(promise.id(), promise.interactionId().orElse(null), Stream.concat(supervisors.stream(), Stream.of(WALL)).toList()));
        }
    }

    /** Its owner while he is there, else his team. */
    private List<String> reachable(Promise promise) {
        return promise.ownerId().filter(desks::here).isPresent() ? Owners.of(promise) : Owners.andTeam(promise);
    }
}
