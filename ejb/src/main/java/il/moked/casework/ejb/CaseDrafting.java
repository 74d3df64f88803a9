// SPDX-License-Identifier: Apache-2.0
package il.moked.casework.ejb;

import il.moked.access.Role;
import il.moked.access.ejb.CurrentUser;
import il.moked.casework.CaseDraft;
import il.moked.casework.Cases;
import il.moked.casework.ServiceCase;
import il.moked.shared.BusinessException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;

/** The caller's note at a case while he writes it. */
@Stateless
@RolesAllowed({Role.AGENT, Role.SUPERVISOR})
public class CaseDrafting {
    @Inject
    Cases cases;
    @Inject
    CaseScope scope;
    @Inject
    CurrentUser currentUser;
    @Inject
    Clock clock;

    /** Empty when he writes none. */
    public String of(long caseId) {
        return cases.draft(key(caseId)).map(CaseDraft::text).orElse("");
    }

    /** @param text empty: he writes none any more @throws BusinessException {@code shared.field-too-long} */
    public void keep(long caseId, String text) {
        scope.check(cases.get(caseId));
        if (text != null && text.length() > ServiceCase.LONGEST_NOTE) {
            throw new BusinessException("shared.field-too-long", "note", ServiceCase.LONGEST_NOTE);
        }
        CaseDraft.Key key = key(caseId);
        if (text == null || text.isBlank()) {
            cases.draft(key).ifPresent(cases::remove);
            return;
        }
        CaseDraft draft = cases.draft(key).orElseGet(() -> new CaseDraft(key));
        draft.write(text, clock.instant());
        cases.add(draft);
    }

    private CaseDraft.Key key(long caseId) {
        return new CaseDraft.Key(caseId, currentUser.get().id());
    }
}
