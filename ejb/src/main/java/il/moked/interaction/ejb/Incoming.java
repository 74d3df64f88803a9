// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.ejb;

/** What a channel's reading made of an inbox row. */
public sealed interface Incoming permits IncomingMessage, DeliveryReport, CallEvent, Incoming.Ignored {
    /** Nothing of it concerns a conversation; it stays in the inbox as it came. */
    record Ignored(String why) implements Incoming {
    }
}
