// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.ejb;

import il.moked.shared.DomainEvent;
import java.util.List;

/**
 * The provider of an account cannot be reached, or can be again.
 *
 * @param outage what is wrong, null when it is over
 */
public record ProviderChanged(long accountId, String outage) implements DomainEvent {
    @Override
    public List<String> audience() {
        return List.of("wall");
    }
}
