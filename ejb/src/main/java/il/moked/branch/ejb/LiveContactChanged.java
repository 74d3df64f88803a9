// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.ejb;

import il.moked.shared.DomainEvent;
import java.util.List;

/** The customer of this conversation is in contact elsewhere too, or no more. @param interactionId the conversation whose reader should know */
public record LiveContactChanged(Long interactionId) implements DomainEvent {
    @Override
    public List<String> audience() {
        return List.of("interaction:" + interactionId);
    }
}
