// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.ejb;

import il.moked.access.Role;
import il.moked.interaction.CallFigures;
import il.moked.interaction.Calls;
import il.moked.shared.BusinessException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What became of the calls of a period. */
@Stateless
@RolesAllowed({Role.SUPERVISOR, Role.INTEGRATION})
public class CallReporting {
    /** Days. */
    public static final int LONGEST = 93;

    @Inject
    Calls calls;

    /**
     * @param until exclusive
     * @param inTime how long a call may wait and still count as answered in time
     * @return all calls together first, then by segment
     * @throws BusinessException {@code telephony.period} when the period is empty or longer than {@link #LONGEST} days
     */
    public List<CallFigures> figures(Instant from, Instant until, Duration inTime) {
        if (!from.isBefore(until) || Duration.between(from, until).toDays() > LONGEST) {
            throw new BusinessException("telephony.period", LONGEST);
        }
        List<CallFigures> groups = calls.figures(from, until, inTime);
        CallFigures all = new CallFigures("ALL", 0, 0, 0, 0, 0, Duration.ZERO, Duration.ZERO);
        for (CallFigures group : groups) {
            all = all.plus(group, "ALL");
        }
        List<CallFigures> figures = new ArrayList<>(List.of(all));
        figures.addAll(groups);
        return figures;
    }
}
