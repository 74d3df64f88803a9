// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.ejb;

import il.moked.channel.OutboundMessage;
import il.moked.channel.Outbox;
import il.moked.channel.SentPart;
import il.moked.channel.SentPart.Standing;
import il.moked.channel.SentParts;
import il.moked.interaction.Interactions;
import il.moked.interaction.Message;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Brings together what a provider took over and what it reports of it, whichever comes first. Only inside the transaction of who calls. */
@ApplicationScoped
public class DeliveryReports {
    @Inject
    SentParts parts;
    @Inject
    Outbox outbox;
    @Inject
    Interactions interactions;
    @Inject
    Clock clock;

    /** A report of the provider. @return what it changed, empty when it is no news or the message is not known yet */
    Optional<DeliveryChanged> reported(long accountId, DeliveryReport report) {
        SentPart part = parts.getLocked(accountId, report.providerId(), clock.instant());
        boolean news = part.reported(report.standing(), report.why(), report.at());
        return news ? part.outboundId().flatMap(outbox::findLocked).filter(part::of).flatMap(this::changed) : Optional.empty();
    }

    /** The provider took the message over; reports of it may be here already. */
    Message.Delivery takenOver(OutboundMessage outbound, List<String> providerIds) {
        providerIds.forEach(id -> parts.getLocked(outbound.accountId(), id, clock.instant()).partOf(outbound, clock.instant()));
        return delivery(SentPart.of(parts.of(outbound)));
    }

    private Optional<DeliveryChanged> changed(OutboundMessage outbound) {
        List<SentPart> sent = parts.of(outbound);
        Message.Delivery now = delivery(SentPart.of(sent));
        Message message = interactions.message(outbound.messageId());
        if (message.delivery().filter(now::equals).isPresent()) {
            return Optional.empty();
        }
        if (now == Message.Delivery.FAILED) {
            outbound.refused(sent.stream().map(SentPart::failure).flatMap(Optional::stream).findFirst().orElse(null), clock.instant());
        }
        message.delivery(now);
        return Optional.of(new DeliveryChanged(outbound.interactionId(), message.id(), now));
    }

    private static Message.Delivery delivery(Standing standing) {
        return switch (standing) {
            case ACCEPTED -> Message.Delivery.ACCEPTED;
            case DELIVERED -> Message.Delivery.DELIVERED;
            case READ -> Message.Delivery.READ;
            case FAILED -> Message.Delivery.FAILED;
        };
    }
}
