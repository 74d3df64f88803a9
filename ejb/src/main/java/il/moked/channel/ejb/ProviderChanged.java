// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.ejb;

import il.moked.shared.DomainEvent;
import java.util.List;

/**
 * The provider of an account cannot be reached, or can be again.
 *
 * @param away whether an outage began; else one ended
 */
public record ProviderChanged(long accountId, boolean away) implements DomainEvent {
    @Override
    public List<String> audience() {
        return List.of("wall");
    }
}
