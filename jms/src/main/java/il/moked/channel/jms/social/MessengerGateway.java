// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.social;

import il.moked.channel.Channel;
import il.moked.channel.MessagingWindow;
import il.moked.channel.jms.ChannelGateway;
import il.moked.channel.jms.Dispatch;
import il.moked.channel.jms.social.InOrder.Step;
import il.moked.channel.jms.social.ProviderClient.Away;
import il.moked.channel.jms.social.ProviderClient.Refusal;
import il.moked.channel.jms.social.ProviderClient.Silent;
import il.moked.interaction.ejb.Delivery.Outgoing;
import il.moked.interaction.ejb.FileFetching.ToFetch;
import il.moked.shared.OneJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.util.Set;

/** Out by Messenger and by Instagram messaging. Settings: {@code page-id} (default {@code me}); {@code base-url} where the provider is not Meta itself. */
@ApplicationScoped
public class MessengerGateway implements ChannelGateway, MediaSource {
    /** Why a free text outside the window is not even tried; the desk knows the code. */
    static final String WINDOW_CLOSED = "channel.window-closed: the customer has not written within 24 hours";
    static final String NO_FILES = "channel.no-files: no file can be sent on this channel";
    private static final int LONGEST_MESSENGER = 2000;
    /** Instagram counts bytes in UTF-8. */
    private static final int LONGEST_INSTAGRAM = 1000;

    @Inject
    Meta meta;
    @Inject
    Clock clock;

    @Override
    public Set<Channel> channels() {
        return Set.of(Channel.MESSENGER, Channel.INSTAGRAM);
    }

    @Override
    public Dispatch send(Outgoing outgoing) {
        if (!MessagingWindow.of(outgoing.channel(), outgoing.lastInboundAt()).open(clock.instant())) {
            return new Dispatch.Unfit(WINDOW_CLOSED);
        }
        if (!outgoing.files().isEmpty()) {
            return new Dispatch.Unfit(NO_FILES);
        }
        String path = "/" + outgoing.settings().getOrDefault("page-id", "me") + "/messages";
        return InOrder.send(() -> (outgoing.channel() == Channel.INSTAGRAM ? InOrder.partsOfBytes(outgoing.text(), LONGEST_INSTAGRAM) : InOrder.parts(outgoing.text(), LONGEST_MESSENGER)).stream()
                .<Step>map(part -> () -> Wire.text(meta.post(outgoing.account(), outgoing.settings(), path, body(outgoing.recipient(), part)), "message_id").orElse(null)).toList());
    }

    private static JsonObject body(String recipient, String text) {
        return OneJson.PROVIDER.createObjectBuilder().add("recipient", OneJson.PROVIDER.createObjectBuilder().add("id", recipient)).add("messaging_type", "RESPONSE").add("message", OneJson.PROVIDER.createObjectBuilder().add("text", text)).build();
    }

    @Override
    public Media fetch(ToFetch file) throws Away, Silent, Refusal {
        return meta.file(file, file.reference(), false);
    }
}
