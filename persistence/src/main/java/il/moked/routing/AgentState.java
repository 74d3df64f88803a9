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

    /** @param offered how many offers he has not answered @param serving how many he serves */
    public static AgentState of(Presence presence, int offered, int serving) {
        return switch (presence) {
            case OFFLINE -> OFFLINE;
            case AWAY -> AWAY;
            case WRAP_UP -> WRAP_UP;
            case AVAILABLE -> offered > 0 ? ON_OFFER : serving > 0 ? BUSY : AVAILABLE;
        };
    }
}
