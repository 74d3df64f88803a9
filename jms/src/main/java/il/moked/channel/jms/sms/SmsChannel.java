// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.sms;

import il.moked.channel.Channel;
import il.moked.channel.Outages.Cause;
import il.moked.channel.jms.ChannelGateway;
import il.moked.channel.jms.AccountPassword;
import il.moked.channel.jms.Dispatch;
import il.moked.interaction.ejb.Delivery.Outgoing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;

/** Answers by SMS, with the driver the account names. */
@ApplicationScoped
public class SmsChannel implements ChannelGateway {
    @Inject
    SmppLinks links;
    @Inject
    HttpSmsGateway http;

    @Override
    public Set<Channel> channels() {
        return Set.of(Channel.SMS);
    }

    /** One node holds the link to an SMS centre; only that one knows whether the centre is away. */
    @Override
    public boolean here(String account, Map<String, String> settings) {
        return !"smpp".equals(settings.get("driver")) || links.of(account).isPresent();
    }

    @Override
    public Dispatch send(Outgoing outgoing) {
        String driver = outgoing.settings().getOrDefault("driver", "");
        return switch (driver) {
            case "smpp" -> links.of(outgoing.account()).map(link -> link.send(new SmppLink.Submission(outgoing.fromAddress(), outgoing.recipient(), outgoing.text(), outgoing.outboundId())))
                    .orElseGet(() -> new Dispatch.Away(Cause.UNREACHABLE, "no link to the SMS centre"));
            case "http" -> http.send(outgoing, AccountPassword.of(outgoing.account()).orElse(""));
            default -> new Dispatch.Away(Cause.SETTINGS, "driver");
        };
    }
}
