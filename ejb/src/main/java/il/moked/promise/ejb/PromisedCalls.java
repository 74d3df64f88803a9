// SPDX-License-Identifier: Apache-2.0
package il.moked.promise.ejb;

import il.moked.interaction.Interaction;
import il.moked.interaction.Interactions;
import il.moked.interaction.ejb.CallConnected;
import il.moked.promise.Promise;
import il.moked.promise.Promises;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Who was promised a call and is spoken to in the call that came of that conversation has been called. */
@ApplicationScoped
class PromisedCalls {
    @Inject
    Interactions interactions;
    @Inject
    Promises promises;
    @Inject
    PromiseLedger ledger;

    void spoken(@Observes CallConnected event) {
        Interaction call = interactions.get(event.interactionId());
        call.relatedId().ifPresent(before -> promises.pendingCallsOf(before).forEach(promise -> ledger.keep(promise, Promise.Proof.CALL, call.reference(), call.owner().map(owner -> owner.userName()).orElse(PromiseLedger.CLOCK), event.at())));
    }
}
