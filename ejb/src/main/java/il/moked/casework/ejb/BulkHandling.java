// SPDX-License-Identifier: Apache-2.0
package il.moked.casework.ejb;

import il.moked.access.Role;
import il.moked.casework.CaseLine;
import il.moked.casework.Cases;
import il.moked.shared.BusinessException;
import il.moked.shared.ejb.CrossedLocks;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The same is done with many cases, each for itself: what is refused of one keeps none of the others back, and is told. */
@Stateless
@RolesAllowed({Role.AGENT, Role.SUPERVISOR})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BulkHandling {
    /** At once. */
    public static final int MOST = 200;

    @Inject
    CaseStep step;
    @Inject
    Cases cases;
    @Inject
    CaseScope scope;

    /** @param version that was looked at */
    public record Chosen(long id, int version) {
    }

    /** @param refusal null when it is done, or would be */
    public record Outcome(CaseLine line, BusinessException refusal) {
        public boolean done() {
            return refusal == null;
        }
    }

    private interface Doing {
        void with(CaseAct act, long id, Integer seen);
    }

    /** What would become of each; nothing is changed. @throws BusinessException {@code casework.too-many} */
    public List<Outcome> preview(List<Chosen> chosen, CaseAct act) {
        return each(chosen, act, step::attempt);
    }

    /** @throws BusinessException {@code casework.too-many} */
    public List<Outcome> carryOut(List<Chosen> chosen, CaseAct act) {
        return each(chosen, act, step::carryOut);
    }

    private List<Outcome> each(List<Chosen> chosen, CaseAct act, Doing doing) {
        if (chosen.isEmpty() || chosen.size() > MOST) {
            throw new BusinessException("casework.too-many", MOST);
        }
        Map<Long, CaseLine> lines = cases.lines(chosen.stream().map(Chosen::id).toList()).stream().collect(Collectors.toMap(CaseLine::id, Function.identity()));
        lines.values().forEach(scope::check);
        return chosen.stream().filter(one -> lines.containsKey(one.id())).map(one -> new Outcome(lines.get(one.id()), refusal(() -> doing.with(act, one.id(), one.version())))).toList();
    }

    private static BusinessException refusal(Runnable doing) {
        try {
            CrossedLocks.retried(doing);
            return null;
        } catch (BusinessException refused) {
            return refused;
        }
    }
}
