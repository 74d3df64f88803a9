// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.ejb;

import il.moked.branch.Arrivals;
import il.moked.branch.Branches;
import il.moked.routing.ejb.InPerson;
import il.moked.routing.ejb.WorkQueued;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;

/**
 * The counter comes first: as soon as somebody waits, what clerks were offered in writing and have not answered goes back to its
 * line; and when nobody waits any more it is offered again. After the transaction that let him in, which must not wait for clerks.
 */
@Stateless
@PermitAll
public class CounterFirst {
    @Inject
    Branches branches;
    @Inject
    Arrivals arrivals;
    @Inject
    InPerson inPerson;
    @Inject
    DomainEvents events;

    @Asynchronous
    public void came(@Observes(during = TransactionPhase.AFTER_SUCCESS) VisitorCame event) {
        if (arrivals.waiting(event.branchId()) > 0) {
            inPerson.first(branches.counters(event.branchId()).stream().flatMap(counter -> counter.clerk().stream()).map(clerk -> clerk.id()).toList());
        }
    }

    @Asynchronous
    public void called(@Observes(during = TransactionPhase.AFTER_SUCCESS) VisitorCalled event) {
        slack(event.branchId(), event.teamId());
    }

    @Asynchronous
    public void gone(@Observes(during = TransactionPhase.AFTER_SUCCESS) VisitorGone event) {
        slack(event.branchId(), event.teamId());
    }

    @Asynchronous
    public void served(@Observes(during = TransactionPhase.AFTER_SUCCESS) VisitorServed event) {
        slack(event.branchId(), event.teamId());
    }

    private void slack(long branchId, long teamId) {
        if (arrivals.waiting(branchId) == 0 && branches.get(branchId).servesTexts()) {
            events.tell(new WorkQueued(teamId));
        }
    }
}
