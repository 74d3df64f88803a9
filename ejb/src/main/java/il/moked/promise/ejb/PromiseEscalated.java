// SPDX-License-Identifier: Apache-2.0
package il.moked.promise.ejb;

import il.moked.shared.DomainEvent;
import java.util.List;

/** A promise is broken for so long that a supervisor must see to it. */
public record PromiseEscalated(long promiseId, Long interactionId, List<String> audience) implements DomainEvent {
}
