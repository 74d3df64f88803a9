// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.jms;

import il.moked.channel.Channel;
import il.moked.channel.InboundMessage;
import il.moked.interaction.ejb.Incoming;
import java.util.Set;

/** Reads the raw form of one or more channels. Found by its type: a new channel adds one. */
public interface ChannelReading {
    Set<Channel> channels();

    /** May throw: the message is then tried again and ends among the dead letters. */
    Incoming read(InboundMessage inbound);
}
