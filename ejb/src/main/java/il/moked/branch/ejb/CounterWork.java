// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.ejb;

import il.moked.access.Role;
import il.moked.access.StaffUser;
import il.moked.access.ejb.CurrentUser;
import il.moked.agent.Agents;
import il.moked.agent.ejb.Attendance;
import il.moked.branch.Arrival;
import il.moked.branch.ArrivalEvent.Kind;
import il.moked.branch.ArrivalLine;
import il.moked.branch.Arrivals;
import il.moked.branch.Branch;
import il.moked.branch.Branches;
import il.moked.branch.Counter;
import il.moked.interaction.Interactions;
import il.moked.routing.ejb.InPerson;
import il.moked.shared.BusinessException;
import il.moked.shared.NotFoundException;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * A clerk at his counter. He calls whoever is due next of those he can serve; whom he called is his, also when his browser
 * closes in between. A visit ends as every conversation ends, when it is closed with a reason; see {@link ArrivalSteps}.
 */
@Stateless
@RolesAllowed({Role.AGENT, Role.SUPERVISOR})
public class CounterWork {
    @Inject
    CounterFreeing freeing;
    @Inject
    Branches branches;
    @Inject
    Arrivals arrivals;
    @Inject
    BranchAccess access;
    @Inject
    Admission admission;
    @Inject
    OwnCustomers ownCustomers;
    @Inject
    InPerson inPerson;
    @Inject
    Interactions interactions;
    @Inject
    Agents agents;
    @Inject
    Attendance attendance;
    @Inject
    ArrivalLedger ledger;
    @Inject
    CurrentUser currentUser;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;
    /** So often somebody is called before he counts as not there. */
    @Inject
    @ConfigProperty(name = "moked.branch.calls-before-no-show", defaultValue = "2")
    int callsBefore;

    /** @param clerkId who sits there, null when it is closed */
    public record CounterLine(long id, int version, int number, String group, boolean active, Long clerkId, String hebrewClerk, String englishClerk, Instant since) {
        static CounterLine of(Counter of) {
            StaffUser clerk = of.clerk().orElse(null);
            return new CounterLine(of.id(), of.version(), of.number(), of.group(), of.active(), clerk == null ? null : clerk.id(), clerk == null ? null : clerk.name("he"), clerk == null ? null : clerk.name("en"), of.since().orElse(null));
        }

        public String clerk(String language) {
            return "he".equals(language) ? hebrewClerk : englishClerk;
        }
    }

    /** Where the caller sits. @param counter null when he sits at none @param visit whom he called or serves, or null @param waiting how many wait */
    public record Desk(long branchId, String hebrewBranch, String englishBranch, CounterLine counter, ArrivalLine visit, int waiting) {
        public String branch(String language) {
            return "he".equals(language) ? hebrewBranch : englishBranch;
        }
    }

    /** Empty when the caller works at no branch. */
    public Optional<Desk> mine() {
        return access.mine().map(branch -> {
            Counter counter = branches.counterOf(currentUser.get().id()).orElse(null);
            ArrivalLine visit = counter == null ? null : arrivals.at(counter.id()).map(ArrivalLine::of).orElse(null);
            return new Desk(branch.id(), branch.name("he"), branch.name("en"), counter == null ? null : CounterLine.of(counter), visit, arrivals.waiting(branch.id()));
        });
    }

    /** The caller sits down there; the counter he sat at before is closed. @throws BusinessException {@code branch.counter-taken}, {@code branch.counter-closed}, {@code branch.busy} */
    public void open(long counterId) {
        StaffUser clerk = currentUser.get();
        Branch branch = access.served(branches.counter(counterId).branch().id());
        Counter before = branches.counterOf(clerk.id()).orElse(null);
        if (before != null && before.id() == counterId) {
            return;
        }
        if (before != null) {
            close(branches.counterLocked(before.id()));
        }
        Counter counter = branches.counterLocked(counterId);
        counter.open(clerk, clock.instant());
        branches.flush();
        if (branch.servesTexts()) {
            // between two visits he is offered what his team answers in writing
            attendance.available();
        } else if (agents.find(clerk.id()).isEmpty()) {
            agents.comes(clerk, clock.instant());
        }
        events.tell(new CounterMoved(counter.id(), branch.id(), branch.teamId(), "branch.counter-opened", Integer.toString(counter.number())));
    }

    /** Nobody sits there any more. @throws BusinessException {@code branch.busy} while somebody is called or served */
    public void close() {
        own().ifPresent(counter -> close(branches.counterLocked(counter.id())));
    }

    private void close(Counter counter) {
        expectFree(counter);
        freeing.close(counter);
    }

    private void expectFree(Counter counter) {
        arrivals.at(counter.id()).ifPresent(arrival -> {
            throw new BusinessException("branch.busy", arrival.number().orElse(""));
        });
    }

    private Optional<Counter> own() {
        return branches.counterOf(currentUser.get().id());
    }

    /**
     * Who is due next of those the caller can serve comes to his counter.
     *
     * @return empty when nobody waits for him
     * @throws BusinessException {@code branch.no-counter}, {@code branch.busy}
     */
    public Optional<ArrivalLine> callNext() {
        StaffUser clerk = currentUser.get();
        Counter counter = free();
        Branch branch = counter.branch();
        Optional<Long> his = ownCustomers.next(branch, clerk);
        return his.or(() -> inPerson.next(clerk, branch.teamId(), branch.queueId(), Set.of(Admission.of(counter)), ownCustomers.keptForOthers(branch, clerk))).map(interaction -> called(interaction, counter, clerk));
    }

    /** One who waits, out of turn. @throws BusinessException {@code branch.changed} when he waits no more */
    public ArrivalLine call(long arrivalId) {
        StaffUser clerk = currentUser.get();
        Counter counter = free();
        Arrival wanted = access.arrival(arrivalId);
        long interaction = wanted.interactionId().orElseThrow(() -> new BusinessException("branch.changed", wanted.number().orElse("")));
        return called(inPerson.take(clerk, interaction).orElseThrow(() -> new BusinessException("branch.changed", wanted.number().orElse(""))), counter, clerk);
    }

    /** The caller's, locked, so that he calls one at a time. */
    private Counter free() {
        Counter counter = branches.counterLocked(own().orElseThrow(() -> new BusinessException("branch.no-counter")).id());
        access.served(counter.branch().id());
        expectFree(counter);
        return counter;
    }

    private ArrivalLine called(long interactionId, Counter counter, StaffUser clerk) {
        Arrival arrival = arrivals.ofInteractionLocked(interactionId).orElseThrow(() -> new NotFoundException("branch.unknown-arrival"));
        arrival.callTo(counter, clock.instant());
        ledger.write(arrival, Kind.CALLED, clerk.userName(), Integer.toString(counter.number()));
        return ArrivalLine.of(arrival);
    }

    public ArrivalLine callAgain(long arrivalId) {
        Arrival arrival = his(arrivalId);
        arrival.callAgain(clock.instant());
        ledger.write(arrival, Kind.CALLED_AGAIN, currentUser.name(), Integer.toString(arrival.calls()));
        return ArrivalLine.of(arrival);
    }

    /** He sits down: from now on he is served. */
    public ArrivalLine begin(long arrivalId) {
        Arrival arrival = his(arrivalId);
        arrival.begin(clock.instant());
        inPerson.begins(arrival.interactionId().orElseThrow());
        ledger.write(arrival, Kind.SERVED, currentUser.name(), arrival.counter().map(counter -> Integer.toString(counter.number())).orElse(null));
        return ArrivalLine.of(arrival);
    }

    public int callsBefore() {
        return callsBefore;
    }

    /** He did not come when he was called. @throws BusinessException {@code branch.call-again} when he was not called often enough */
    public void noShow(long arrivalId) {
        Arrival arrival = his(arrivalId);
        if (arrival.calls() < callsBefore) {
            throw new BusinessException("branch.call-again", arrival.number().orElse(""), callsBefore);
        }
        arrival.notShown(clock.instant());
        admission.gone(arrival, Kind.NO_SHOW, "NO_SHOW", currentUser.name(), Integer.toString(arrival.calls()));
    }

    /** Back to the line, with the place he had. */
    public void back(long arrivalId) {
        Arrival arrival = his(arrivalId);
        arrival.back();
        inPerson.back(arrival.interactionId().orElseThrow());
        ledger.write(arrival, Kind.BACK, currentUser.name(), null);
    }

    /** At the caller's counter; his conversation is locked, then he. */
    private Arrival his(long arrivalId) {
        Arrival known = access.arrival(arrivalId);
        interactions.getLocked(known.interactionId().orElseThrow(() -> new BusinessException("branch.changed", known.number().orElse(""))));
        Arrival arrival = arrivals.getLocked(arrivalId);
        Long counter = own().map(Counter::id).orElse(null);
        if (counter == null || arrival.counter().map(Counter::id).filter(counter::equals).isEmpty()) {
            throw new BusinessException("branch.not-yours", arrival.number().orElse(""));
        }
        return arrival;
    }
}
