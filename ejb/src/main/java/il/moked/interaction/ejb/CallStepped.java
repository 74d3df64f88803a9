// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.ejb;

import il.moked.shared.DomainEvent;

/**
 * An exchange told something of a call that comes in on an account with a menu of ours. For observers of this server only; it is the
 * one event that carries what somebody typed, so nobody may write it down whole.
 */
public record CallStepped(Long interactionId, long callId, long accountId, CallEvent event) implements DomainEvent {
    @Override
    public String toString() {
        return "CallStepped[" + callId + " " + event.type() + "]";
    }
}
