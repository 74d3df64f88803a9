// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.ejb;

import il.moked.access.Role;
import il.moked.channel.Channel;
import il.moked.channel.ChannelAccounts;
import il.moked.interaction.AppBoxes;
import il.moked.interaction.AppSubscription;
import il.moked.interaction.Interaction;
import il.moked.interaction.Interactions;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/** Puts messages into the list the app shows: the customer's own when intake has them, ours when they are sent. */
@Stateless
@PermitAll
public class AppShowing {
    /** Devices of one customer that are told of news. */
    private static final int MOST_DEVICES = 20;

    @Inject
    AppBoxes boxes;
    @Inject
    Interactions interactions;
    @Inject
    ChannelAccounts accounts;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    /** Where a device is told. */
    public record Device(long subscriptionId, String endpoint, String p256dh, String auth) {
        private static Device of(AppSubscription subscription) {
            return new Device(subscription.id(), subscription.endpoint(), subscription.p256dh(), subscription.auth());
        }
    }

    /** In the transaction of intake: the other devices of the customer see what he wrote on one. */
    public void received(@Observes MessageReceived received) {
        if (received.channel() == Channel.APP) {
            Interaction interaction = interactions.get(received.interactionId());
            interaction.replyAddress().ifPresent(address -> show(interaction.accountId(), address, received.messageId()));
        }
    }

    /**
     * A message of ours is in the app from now on; the same again changes nothing.
     *
     * @return the devices to tell
     */
    @RolesAllowed(Role.SYSTEM)
    public List<Device> send(String account, String address, long messageId) {
        long accountId = accounts.get(account).id();
        show(accountId, address, messageId);
        return boxes.subscriptions(accountId, address, clock.instant(), MOST_DEVICES).stream().map(Device::of).toList();
    }

    /** The push service knows the device no longer. */
    public void gone(long subscriptionId) {
        boxes.remove(subscriptionId);
    }

    private void show(long accountId, String address, long messageId) {
        if (boxes.show(accountId, address, messageId)) {
            events.tell(new AppLineShown(accountId, address));
        }
    }
}
