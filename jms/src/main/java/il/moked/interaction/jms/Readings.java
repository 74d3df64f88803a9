// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.jms;

import il.moked.channel.Channel;
import il.moked.channel.jms.InboundMessages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;

/** For the queues that several channels share: hands a delivery to the reading of its channel. */
@ApplicationScoped
public class Readings {
    @Inject
    @Any
    Instance<ChannelReading> readings;
    @Inject
    Admitting admitting;

    void admit(Message delivery) {
        Channel channel = channelOf(delivery);
        ChannelReading reading = readings.stream().filter(candidate -> candidate.channels().contains(channel)).findFirst().orElseThrow(() -> new IllegalStateException("Nobody reads " + channel));
        admitting.admit(delivery, channel, reading::read);
    }

    private static Channel channelOf(Message delivery) {
        try {
            return Channel.valueOf(delivery.getStringProperty(InboundMessages.CHANNEL));
        } catch (JMSException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
