// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.ejb;

import il.moked.interaction.StatedMatter;

/** Whoever began a conversation says that it is a fault or a complaint. Told in the transaction in which it begins, after its first message was told of, and never outside: it holds his words. */
public record MatterStated(long interactionId, long messageId, StatedMatter matter) {
}
