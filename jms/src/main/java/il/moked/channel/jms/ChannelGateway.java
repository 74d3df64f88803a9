// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms;

import il.moked.channel.Channel;
import il.moked.interaction.ejb.Delivery.Outgoing;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The way out of one or more channels. Found by its type: a new channel adds one. */
public interface ChannelGateway {
    Set<Channel> channels();

    /**
     * Sends outside any transaction, and says exactly what is known of the outcome within the lease of the message
     * ({@code OutboundMessage.LEASE}).
     *
     * @throws IllegalArgumentException when no attempt will ever send it
     */
    Dispatch send(Outgoing outgoing);

    /**
     * Whether this node can send for the account; what it cannot waits for the one that can.
     *
     * @param account its code @param settings of it
     */
    default boolean here(String account, Map<String, String> settings) {
        return true;
    }

    /** The id under which the customer gets a message, where we choose it before sending; else the provider does. */
    default Optional<String> name(long interactionId, String fromAddress) {
        return Optional.empty();
    }
}
