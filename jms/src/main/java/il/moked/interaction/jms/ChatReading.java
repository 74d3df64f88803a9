// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.jms;

import il.moked.channel.InboundMessage;
import il.moked.customer.ejb.Identifying.Sender;
import il.moked.interaction.CardNumbers;
import il.moked.interaction.ChatLine;
import il.moked.interaction.ChatSession;
import il.moked.interaction.Interactions;
import il.moked.interaction.ejb.IncomingMessage;
import il.moked.interaction.ejb.IncomingMessage.IncomingFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;

/** From a chat line in the inbox to what intake takes; who the visitor said he is comes from his session. */
@ApplicationScoped
public class ChatReading {
    private static final int SUBJECT = 80;

    @Inject
    Interactions interactions;

    IncomingMessage read(InboundMessage inbound) {
        ChatLine line = ChatLine.read(inbound.raw());
        ChatSession session = interactions.chatSession(line.session());
        Sender sender = new Sender(session.visitorName().orElse(null), session.visitorEmail().orElse(null), session.visitorPhone().orElse(null), null, null, session.customerId().orElse(null));
        List<IncomingFile> files = line.files().stream().map(file -> new IncomingFile(file.fileName(), file.contentType(), null, false, file.content())).toList();
        String subject = CardNumbers.line(line.text().isEmpty() ? files.get(0).fileName() : line.text(), SUBJECT);
        return new IncomingMessage(inbound.id(), null, sender, subject, line.text(), null, null, inbound.externalId(), new IncomingMessage.Thread(null, List.of(), session.id(), null), false, null, Set.of(), files,
                session.language(), inbound.receivedAt());
    }
}
