// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.ejb;

import il.moked.shared.DomainEvent;
import java.util.List;

/** The customer has something new in the app. */
public record AppLineShown(long accountId, String address) implements DomainEvent {
    public static String topic(long accountId, String address) {
        return "app:" + accountId + ":" + address;
    }

    @Override
    public List<String> audience() {
        return List.of(topic(accountId, address));
    }
}
