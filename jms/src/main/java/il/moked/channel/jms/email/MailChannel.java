// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.email;

import il.moked.access.ejb.InstallationSecrets;
import il.moked.channel.Channel;
import il.moked.channel.jms.ChannelGateway;
import il.moked.channel.jms.Dispatch;
import il.moked.interaction.ejb.Delivery.Outgoing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/** Answers to mails, and to forms whose writer left an address. */
@ApplicationScoped
public class MailChannel implements ChannelGateway {
    @Inject
    MailGateway mail;
    @Inject
    InstallationSecrets secrets;
    @Inject
    Clock clock;

    @Override
    public Set<Channel> channels() {
        return Set.of(Channel.EMAIL, Channel.FORM);
    }

    @Override
    public Dispatch send(Outgoing outgoing) {
        return mail.send(MailComposing.of(outgoing, clock.instant()));
    }

    @Override
    public Optional<String> name(long interactionId, String fromAddress) {
        return Optional.of(MailComposing.messageId(new ThreadToken(secrets.threadKey()), interactionId, fromAddress));
    }
}
