// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.telephony.asterisk;

import il.moked.interaction.Call.EndedBy;
import java.util.LinkedHashSet;
import java.util.Set;

/** A call of ours while the exchange has it. */
final class LiveCall {
    final String id;
    /** Of ours that made it; null for a call that came in. */
    final Long command;
    final Set<Leg> legs = new LinkedHashSet<>();
    /** The customer's end; of a call we made null until it is dialled. */
    Leg customer;
    /** The end that talks with the customer, or did last. */
    Leg agent;
    boolean queued;
    boolean answered;
    boolean held;
    /** Who asked for its end, or null when nobody did yet. */
    EndedBy by;

    LiveCall(String id, Long command) {
        this.id = id;
        this.command = command;
    }

    boolean outbound() {
        return command != null;
    }

    boolean talking() {
        return customer != null && agent != null && customer.bridge != null && customer.bridge.equals(agent.bridge);
    }

    void join(Leg leg) {
        leg.call = this;
        legs.add(leg);
    }
}
