// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.ejb;

import il.moked.channel.SentPart.Standing;
import java.time.Instant;

/**
 * A provider reports how far a message of ours got. It may come before we know the id, twice, and in any order.
 *
 * @param providerId as the provider wrote it when it took the message over
 * @param why the provider's words when it failed, or null
 */
public record DeliveryReport(String providerId, Standing standing, String why, Instant at) implements Incoming {
}
