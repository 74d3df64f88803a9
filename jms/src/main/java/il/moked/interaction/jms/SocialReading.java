// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.jms;

import il.moked.channel.Channel;
import il.moked.channel.ChannelAccounts;
import il.moked.channel.InboundMessage;
import il.moked.channel.SentParts;
import il.moked.channel.jms.social.Arrival;
import il.moked.channel.jms.social.Wire;
import il.moked.interaction.ejb.DeliveryReport;
import il.moked.interaction.ejb.Incoming;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** From what a messenger's webhook left in the inbox to what intake takes. What is not about a conversation stays in the inbox as it came. */
@ApplicationScoped
public class SocialReading implements ChannelReading {
    @Inject
    ChannelAccounts accounts;
    @Inject
    SentParts sent;

    @Override
    public Set<Channel> channels() {
        return EnumSet.of(Channel.WHATSAPP, Channel.MESSENGER, Channel.INSTAGRAM, Channel.TELEGRAM, Channel.X);
    }

    @Override
    public Incoming read(InboundMessage inbound) {
        Arrival arrival = Arrival.read(inbound.externalId(), inbound.sender(), inbound.raw());
        Optional<String> read = watermark(inbound, arrival);
        if (read.isPresent()) {
            return new DeliveryReport(read.get(), il.moked.channel.SentPart.Standing.READ, null, inbound.receivedAt());
        }
        return read(arrival, new SocialRow(inbound.id(), inbound.channel(), inbound.receivedAt(), accounts.get(inbound.accountId()).language()));
    }

    static Incoming read(Arrival arrival, SocialRow row) {
        if (arrival.kind() == Arrival.Kind.OTHER) {
            return new Incoming.Ignored("not about a conversation");
        }
        if (arrival.kind() == Arrival.Kind.MESSAGE && arrival.sender().equals(Arrival.NOBODY)) {
            return new Incoming.Ignored("without a sender");
        }
        return switch (row.channel()) {
            case WHATSAPP -> WhatsAppReading.read(arrival, row);
            case MESSENGER, INSTAGRAM -> MessengerReading.read(arrival, row);
            case TELEGRAM -> TelegramReading.read(arrival, row);
            case X -> XReading.read(arrival, row);
            default -> throw new IllegalArgumentException("No messenger: " + row.channel());
        };
    }

    /** Messenger says until which moment the customer has read, not what: the last we sent him before. */
    private Optional<String> watermark(InboundMessage inbound, Arrival arrival) {
        JsonObject read = Wire.object(arrival.item(), "read");
        if (arrival.kind() != Arrival.Kind.STATUS || read.containsKey("mid")) {
            return Optional.empty();
        }
        return Wire.moment(read, "watermark").flatMap(until -> sent.lastTo(inbound.accountId(), inbound.sender(), until));
    }
}
