// SPDX-License-Identifier: Apache-2.0
package il.moked.casework.ejb;

import il.moked.access.StaffUser;
import il.moked.access.Team;
import il.moked.casework.CaseClocks;
import il.moked.casework.CaseEvent;
import il.moked.casework.CaseNote;
import il.moked.casework.Cases;
import il.moked.casework.ServiceCase;
import il.moked.casework.ServiceCase.Cause;
import il.moked.casework.ServiceCase.State;
import il.moked.shared.BusinessException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;

/** What may be done with a case that is locked, whoever does it: a person, a macro of his, or a rule. */
@ApplicationScoped
class CaseDeeds {
    @Inject
    Cases cases;
    @Inject
    CaseLedger ledger;
    @Inject
    Event<CaseClosing> closing;

    /** @param owner null when the team owns it */
    void assign(ServiceCase of, StaffUser owner, Team team, String who, Instant now) {
        CaseClocks its = ledger.clocks(of);
        boolean otherTeam = team.id() != of.teamId();
        of.ownedBy(owner, team, its, now);
        String keeper = owner == null ? team.code() : owner.userName();
        ledger.write(of, CaseEvent.Kind.ASSIGNED, who, keeper, now);
        if (otherTeam) {
            ledger.measure(of, its, who, now);
        }
        ledger.tell(of, its, "assigned", null, keeper);
    }

    /** @throws BusinessException {@code casework.state} */
    void become(ServiceCase of, State next, String who, Instant now) {
        if (next == State.CLOSED || next == State.NEW) {
            throw new BusinessException("casework.state");
        }
        CaseClocks its = ledger.clocks(of);
        State before = of.state();
        of.becomes(next, its, now);
        ledger.write(of, next == State.REOPENED ? CaseEvent.Kind.REOPENED : CaseEvent.Kind.STATE, who, before + " " + next, now);
        ledger.tell(of, its, next == State.REOPENED ? "reopened" : next == State.SOLVED ? "solved" : "state-changed", null, next.name());
    }

    /** @param note why, or null */
    void close(ServiceCase of, Cause cause, CaseNote note, String who, Instant now) {
        CaseClocks its = ledger.clocks(of);
        of.close(cause, its, now);
        closing.fire(new CaseClosing(of.id(), cause));
        if (note != null) {
            cases.add(note);
        }
        ledger.write(of, CaseEvent.Kind.CLOSED, who, cause.name(), now);
        ledger.tell(of, its, "closed", null, cause.name());
    }

    void severe(ServiceCase of, ServiceCase.Severity severity, String who, Instant now) {
        if (severity == null || severity == of.severity()) {
            return;
        }
        CaseClocks its = ledger.clocks(of);
        String change = of.severity() + " " + severity;
        of.severe(severity);
        ledger.write(of, CaseEvent.Kind.SEVERITY, who, change, now);
        ledger.measure(of, its, who, now);
        ledger.tell(of, its, "severity-changed", null, severity.name());
    }

    /** @param called watch it from then on */
    void note(ServiceCase of, CaseNote note, Collection<StaffUser> called, String who, Instant now) {
        cases.add(note);
        called.forEach(user -> of.watchedBy(user.id(), true));
        ledger.write(of, CaseEvent.Kind.NOTED, who, null, now);
        ledger.tell(of, ledger.clocks(of), "noted", null, null);
    }

    void watch(ServiceCase of, StaffUser user, boolean watched) {
        if (of.watchedBy(user.id(), watched)) {
            ledger.tell(of, ledger.clocks(of), watched ? "watched" : "unwatched", null, null);
        }
    }
}
