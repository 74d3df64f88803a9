// SPDX-License-Identifier: Apache-2.0
package il.moked.casework.ejb;

import il.moked.access.Role;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** One of many cases, in a transaction of its own. */
@Stateless
@RolesAllowed({Role.AGENT, Role.SUPERVISOR})
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class CaseStep {
    @Inject
    CaseHandling handling;
    @Resource
    SessionContext context;

    public void carryOut(CaseAct act, long id, Integer seen) {
        act.with(handling, id, seen);
    }

    /** Does it and takes it back: so a preview knows every rule there is, and nobody hears of it. */
    public void attempt(CaseAct act, long id, Integer seen) {
        act.with(handling, id, seen);
        context.setRollbackOnly();
    }
}
