// SPDX-License-Identifier: Apache-2.0
package il.moked.dispatch.ejb;

import il.moked.casework.Cases;
import il.moked.casework.ServiceCase;
import il.moked.casework.ServiceCase.State;
import il.moked.casework.ejb.CaseHandling;
import il.moked.dispatch.Visit;
import il.moked.dispatch.Visits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** A case waits from the moment a visit is agreed, and goes on when the last one is over: solved, or not. */
@ApplicationScoped
class CaseOfVisit {
    @Inject
    Cases cases;
    @Inject
    CaseHandling handling;
    @Inject
    Visits visits;

    void agreed(Visit visit) {
        becomes(visit, State.APPOINTMENT);
    }

    void over(Visit visit, boolean fixed) {
        visits.flush();
        if (!visits.awaited(visit.caseId()) && cases.get(visit.caseId()).state() == State.APPOINTMENT) {
            becomes(visit, fixed ? State.SOLVED : State.OPEN);
        }
    }

    private void becomes(Visit visit, State next) {
        ServiceCase of = cases.get(visit.caseId());
        if (of.mergedIntoId().isEmpty() && of.state().leadsTo(next)) {
            handling.become(of.id(), null, next);
        }
    }
}
