// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.ejb;

import il.moked.shared.DomainEvent;
import java.util.List;

/** The customer of this conversation was promised something elsewhere, or what he was promised changed. @param interactionId the conversation whose reader should know */
public record PromiseShared(Long interactionId) implements DomainEvent {
    @Override
    public List<String> audience() {
        return List.of("interaction:" + interactionId);
    }
}
