// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.jms;

import il.moked.channel.Channel;
import il.moked.channel.InboundMessage;
import il.moked.interaction.ejb.CallEvent;
import il.moked.interaction.ejb.Incoming;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** What exchanges tell, whichever adapter brought it. */
@ApplicationScoped
public class CallReading implements ChannelReading {
    @Override
    public Set<Channel> channels() {
        return Set.of(Channel.PHONE);
    }

    @Override
    public Incoming read(InboundMessage inbound) {
        return CallEvent.read(inbound.raw(), inbound.receivedAt());
    }
}
