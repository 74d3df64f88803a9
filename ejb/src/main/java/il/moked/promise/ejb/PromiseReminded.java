// SPDX-License-Identifier: Apache-2.0
package il.moked.promise.ejb;

import il.moked.shared.DomainEvent;
import java.util.List;

/** A promise is due soon: told to its owner, or to his team while he is not at work. Told once for each. */
public record PromiseReminded(long promiseId, Long interactionId, List<String> audience) implements DomainEvent {
}
