// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import il.moked.agent.Presence;

/** What an agent does now, as the wall tells it. */
public enum AgentState {
    /** At work, and nothing to do. */
    AVAILABLE,
    /** Something is offered to him and he has not said yes or no yet. */
    ON_OFFER,
    /** Serves somebody; may have room for more. */
    BUSY,
    /** The customer is gone, the work about him is not done yet. */
    WRAP_UP, AWAY, OFFLINE;

    /** The first of these that holds, in the order in which a supervisor wants to know it. */
    public static AgentState of(Presence presence, int offered, int serving, int wrappingUp) {
        if (presence == Presence.OFFLINE) {
            return OFFLINE;
        }
        if (presence == Presence.AWAY) {
            return AWAY;
        }
        if (offered > 0) {
            return ON_OFFER;
        }
        if (serving > 0) {
            return BUSY;
        }
        return wrappingUp > 0 ? WRAP_UP : AVAILABLE;
    }
}
