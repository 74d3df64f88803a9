// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.app;

import il.moked.channel.Channel;
import il.moked.channel.jms.ChannelGateway;
import il.moked.channel.jms.Dispatch;
import il.moked.interaction.AppContact;
import il.moked.interaction.ejb.AppShowing;
import il.moked.interaction.ejb.Delivery.Outgoing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;

/** A message is sent to the app by being stored where the app reads it. That a device is told of it is a courtesy: when it fails the app finds the message by itself. */
@ApplicationScoped
public class AppGateway implements ChannelGateway {
    @Inject
    AppShowing showing;
    @Inject
    PushSending push;

    @Override
    public Set<Channel> channels() {
        return Set.of(Channel.APP);
    }

    @Override
    public Dispatch send(Outgoing outgoing) {
        push.tell(showing.send(outgoing.account(), outgoing.recipient(), outgoing.messageId()));
        return new Dispatch.Accepted(List.of(AppContact.providerId(outgoing.messageId())));
    }
}
