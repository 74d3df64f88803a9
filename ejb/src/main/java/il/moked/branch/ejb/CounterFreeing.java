// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.ejb;

import il.moked.branch.Arrival;
import il.moked.branch.ArrivalEvent.Kind;
import il.moked.branch.Arrivals;
import il.moked.branch.Branches;
import il.moked.branch.Counter;
import il.moked.routing.ejb.InPerson;
import il.moked.shared.ejb.DomainEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

/** A counter whose clerk is gone is free again. Locks the counter, then the conversation of whoever is there, then the visit, as the clerk's own steps do. */
@ApplicationScoped
class CounterFreeing {
    @Inject
    Admission admission;
    @Inject
    Branches branches;
    @Inject
    Arrivals arrivals;
    @Inject
    InPerson inPerson;
    @Inject
    ArrivalLedger ledger;
    @Inject
    DomainEvents events;

    /** Whoever was called there or served waits again, with the place he had. @param by who frees it */
    void free(long counterId, String by) {
        Counter counter = branches.counterLocked(counterId);
        arrivals.at(counterId).ifPresent(there -> {
            Arrival arrival = admission.locked(there);
            if (arrival.state() == Arrival.State.CALLED || arrival.state() == Arrival.State.SERVING) {
                arrival.back();
                arrival.interactionId().ifPresent(inPerson::back);
                ledger.write(arrival, Kind.BACK, by, Integer.toString(counter.number()));
            }
        });
        close(counter);
    }

    /** Counters at which nobody is called or served are closed. @param before opened by then */
    void closeIdle(long branchId, Instant before) {
        for (Counter counter : branches.counters(branchId)) {
            if (counter.since().filter(since -> !since.isAfter(before)).isPresent() && arrivals.at(counter.id()).isEmpty()) {
                close(branches.counterLocked(counter.id()));
            }
        }
    }

    /** Nobody sits there any more. The counter is locked. */
    void close(Counter counter) {
        if (counter.clerk().isPresent()) {
            counter.close();
            branches.flush();
            events.tell(new CounterMoved(counter.id(), counter.branch().id(), counter.branch().teamId(), "branch.counter-closed", Integer.toString(counter.number())));
        }
    }
}
