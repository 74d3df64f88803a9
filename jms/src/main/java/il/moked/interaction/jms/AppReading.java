// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.jms;

import il.moked.channel.Channel;
import il.moked.channel.InboundMessage;
import il.moked.channel.SentPart.Standing;
import il.moked.customer.ContactPoint;
import il.moked.customer.ejb.Identifying.Handle;
import il.moked.customer.ejb.Identifying.Sender;
import il.moked.interaction.AppContact;
import il.moked.interaction.CardNumbers;
import il.moked.interaction.ejb.DeliveryReport;
import il.moked.interaction.ejb.Incoming;
import il.moked.interaction.ejb.IncomingMessage;
import il.moked.interaction.ejb.IncomingMessage.IncomingFile;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** From what came out of the app to what intake takes. The door has checked the session: the sender is who he says. */
@ApplicationScoped
public class AppReading implements ChannelReading {
    private static final int SUBJECT = 80;

    @Override
    public Set<Channel> channels() {
        return Set.of(Channel.APP);
    }

    @Override
    public Incoming read(InboundMessage inbound) {
        AppContact contact = AppContact.read(inbound.raw());
        if (contact.standing() != null) {
            return new DeliveryReport(contact.receiptFor(), Standing.valueOf(contact.standing()), null, inbound.receivedAt());
        }
        Sender sender = new Sender(null, null, null, null, new Handle(ContactPoint.Kind.APP, contact.address(), true));
        List<IncomingFile> files = contact.files().stream().map(file -> new IncomingFile(file.fileName(), file.contentType(), null, false, file.content())).toList();
        String subject = CardNumbers.line(contact.text().isEmpty() ? files.get(0).fileName() : contact.text(), SUBJECT);
        return new IncomingMessage(inbound.id(), null, sender, subject, contact.text(), null, null, inbound.externalId(), IncomingMessage.Thread.with(contact.address()), false, null, Set.of(), files, contact.language(), inbound.receivedAt());
    }
}
