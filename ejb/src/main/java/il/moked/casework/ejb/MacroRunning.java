// SPDX-License-Identifier: Apache-2.0
package il.moked.casework.ejb;

import il.moked.access.Role;
import il.moked.access.StaffUser;
import il.moked.access.Team;
import il.moked.access.ejb.CurrentUser;
import il.moked.casework.CaseAction;
import il.moked.casework.CaseEvent;
import il.moked.casework.CaseMacro;
import il.moked.casework.CaseRules;
import il.moked.casework.Cases;
import il.moked.casework.ServiceCase;
import il.moked.shared.BusinessException;
import il.moked.shared.NotFoundException;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Does all of a macro with a case, or nothing. */
@Stateless
@RolesAllowed({Role.AGENT, Role.SUPERVISOR})
public class MacroRunning {
    @Resource
    SessionContext context;
    @Inject
    CaseRules rules;
    @Inject
    Cases cases;
    @Inject
    CaseChanges changes;
    @Inject
    CaseLedger ledger;
    @Inject
    CaseActing acting;
    @Inject
    CustomerTelling telling;
    @Inject
    CaseScope scope;
    @Inject
    CurrentUser currentUser;
    @Inject
    Clock clock;

    public record MacroLine(long id, String hebrewName, String englishName) {
        public String name(String language) {
            return "he".equals(language) ? hebrewName : englishName;
        }
    }

    /** One action as it would be done. @param text with what stands in its places, null when there is none @param refusal null when it would be done */
    public record Step(CaseAction action, String text, BusinessException refusal) {
    }

    /** Everybody's and those of the caller's team. */
    public List<MacroLine> mine() {
        return rules.macrosOf(currentUser.get().team().map(Team::id).orElse(null)).stream().map(macro -> new MacroLine(macro.id(), macro.name("he"), macro.name("en"))).toList();
    }

    private CaseMacro his(long macroId) {
        CaseMacro macro = rules.macro(macroId);
        if (macro.teamId().isPresent() && !macro.teamId().equals(currentUser.get().team().map(Team::id))) {
            throw new NotFoundException("casework.unknown-macro");
        }
        return macro;
    }

    /** What it would do; up to what is refused. It is done and taken back, so that a preview knows every rule there is. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public List<Step> preview(long caseId, long macroId) {
        CaseMacro macro = his(macroId);
        StaffUser by = currentUser.get();
        ServiceCase of = cases.get(caseId);
        scope.check(of);
        List<Step> all = new ArrayList<>();
        BusinessException refused = null;
        for (CaseAction action : macro.actions()) {
            String text = switch (action.kind()) {
                case NOTE, ESCALATE -> telling.filled(action.value(), of, by);
                case REPLY -> telling.filled(action.text(telling.language(of)), of, by);
                default -> null;
            };
            if (refused == null) {
                refused = refusal(action, of, by);
                all.add(new Step(action, text, refused));
            }
        }
        context.setRollbackOnly();
        return all;
    }

    private BusinessException refusal(CaseAction action, ServiceCase of, StaffUser by) {
        try {
            acting.carryOut(action, of, new CaseActing.Doer(by, null), clock.instant());
            return null;
        } catch (BusinessException refusal) {
            return refusal;
        }
    }

    /** @param seen version that was looked at @throws BusinessException what one of its actions refuses; then nothing is done */
    public void run(long caseId, Integer seen, long macroId) {
        Instant now = clock.instant();
        CaseMacro macro = his(macroId);
        StaffUser by = currentUser.get();
        if (CaseActing.writes(macro.actions())) {
            telling.lockFirst(caseId);
        }
        ServiceCase of = changes.changing(caseId, seen);
        ledger.write(of, CaseEvent.Kind.MACRO, by.userName(), macro.name("he") + " / " + macro.name("en"), now);
        macro.actions().forEach(action -> acting.carryOut(action, of, new CaseActing.Doer(by, null), now));
        ledger.tell(of, ledger.clocks(of), "macro-run", null, macro.name("en"));
    }
}
