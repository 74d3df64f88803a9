// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.ejb;

import il.moked.access.Role;
import il.moked.access.StaffUser;
import il.moked.access.StaffUsers;
import il.moked.access.ejb.CurrentUser;
import il.moked.branch.Arrival;
import il.moked.branch.Arrivals;
import il.moked.customer.ContactPoint;
import il.moked.interaction.CardNumbers;
import il.moked.interaction.Interaction;
import il.moked.interaction.Interactions;
import il.moked.interaction.InternalNote;
import il.moked.promise.Promise;
import il.moked.promise.ejb.Promising.Keeper;
import il.moked.promise.ejb.Promising.NewPromise;
import il.moked.promise.ejb.Promising;
import il.moked.routing.ejb.CallingLater;
import il.moked.shared.BusinessException;
import il.moked.shared.NotFoundException;
import il.moked.shared.PhoneNumber;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** "We will call you at four": what is begun at the counter goes on by telephone. It is a promise, and a call that waits for its moment with all that whoever makes it must know. */
@Stateless
@RolesAllowed({Role.AGENT, Role.SUPERVISOR})
public class PhoneHandOver {
    /** Who is told four o'clock takes a call until half past as one that came. */
    private static final Duration KEPT_WITHIN = Duration.ofMinutes(30);

    @Inject
    BranchAccess access;
    @Inject
    Arrivals arrivals;
    @Inject
    Interactions interactions;
    @Inject
    CallingLater callingLater;
    @Inject
    Promising promising;
    @Inject
    StaffUsers users;
    @Inject
    CurrentUser currentUser;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    /** What can be said to him. @param number where he is called unless he wants to be called elsewhere; empty when none is known */
    public record Choice(String number, List<Instant> moments) {
    }

    /** What was agreed. */
    public record Agreed(long interactionId, long promiseId, Instant at) {
    }

    /** @throws NotFoundException {@code branch.unknown-arrival} */
    public Choice choices(long interactionId) {
        Arrival visit = visit(interactionId);
        return new Choice(visit.telephone().or(() -> phoneOf(visit)).flatMap(PhoneNumber::parse).map(PhoneNumber::display).orElse(""), callingLater.times());
    }

    private Optional<String> phoneOf(Arrival visit) {
        return visit.customer().flatMap(customer -> customer.current().contactPoints().stream().filter(point -> point.kind() == ContactPoint.Kind.PHONE).map(ContactPoint::address).findFirst());
    }

    private Arrival visit(long interactionId) {
        Arrival found = arrivals.ofInteraction(interactionId).orElseThrow(() -> new NotFoundException("branch.unknown-arrival"));
        return access.arrival(found.id());
    }

    /**
     * @param about what the call will be about, and what whoever makes it must know
     * @throws BusinessException {@code branch.about}, {@code branch.no-moment}, {@code interaction.not-owner}, {@code interaction.closed}, {@code routing.callback-number}, {@code routing.callback-time}
     */
    public Agreed at(long interactionId, String number, Instant at, String about) {
        visit(interactionId);
        StaffUser clerk = currentUser.get();
        if (about == null || about.isBlank() || about.strip().length() > Promise.LONGEST_TEXT) {
            throw new BusinessException("branch.about", Promise.LONGEST_TEXT);
        }
        if (at == null) {
            throw new BusinessException("branch.no-moment");
        }
        Interaction visit = interactions.getLocked(interactionId);
        visit.refuseIfClosed();
        if (!visit.ownedBy(clerk.id())) {
            throw new BusinessException("interaction.not-owner", visit.owner().map(owner -> owner.name(clerk.language())).orElse("–"));
        }
        String why = CardNumbers.masked(about.strip());
        CallingLater.Later later = callingLater.call(visit, number, at, clerk, why);
        interactions.add(new InternalNote(visit, clerk, why, null, clock.instant()));
        Promising.Given given = promising.give(new NewPromise(visit.customer().current().id(), interactionId, null, Promise.Kind.CALL, why, null, at.plus(KEPT_WITHIN), new Keeper(null, users.team(later.teamId()).code())));
        events.tell(new CalledLater(interactionId, visit.customer().id(), later.interactionId(), at.toString()));
        return new Agreed(later.interactionId(), given.id(), at);
    }
}
