// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.email;

import il.moked.interaction.ejb.Delivery.Outgoing;
import il.moked.shared.ShownText;
import java.net.IDN;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** From a message of the outbox to the mail the customer gets. */
public final class MailComposing {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_SUBJECT = 500;
    private static final Pattern FIT = Pattern.compile("[!-;=?-~]{1,250}");

    private MailComposing() {
    }

    /** @throws IllegalArgumentException when an address is none: no attempt will ever send it */
    public static OutgoingMail of(Outgoing outgoing, Instant now) {
        String parent = outgoing.inReplyTo() != null && known(outgoing.inReplyTo()) ? outgoing.inReplyTo() : null;
        return new OutgoingMail(outgoing.fromAddress(), ShownText.line(outgoing.fromName(), LONGEST_NAME), null, outgoing.recipient(), "", subject(outgoing), outgoing.text(), outgoing.externalId(), parent,
                references(outgoing, parent), outgoing.files().stream().map(file -> new OutgoingFile(file.fileName(), file.contentType(), file.content())).toList(), outgoing.automatic(), now);
    }

    /** The name of a new message in a conversation, under which answers find back. */
    public static String messageId(ThreadToken tokens, long interactionId, String fromAddress) {
        return tokens.messageId(Long.toString(interactionId), IDN.toASCII(fromAddress.substring(fromAddress.lastIndexOf('@') + 1)));
    }

    /** What was not written by mail has no mail to be an answer to: its subject stands as it is. */
    private static String subject(Outgoing outgoing) {
        String own = outgoing.subject().isBlank() ? outgoing.fromName() : outgoing.subject();
        boolean answers = outgoing.inReplyTo() != null || !outgoing.references().isEmpty();
        return answers ? OutgoingMail.answerSubject(own) : ShownText.line(own, LONGEST_SUBJECT);
    }

    /** The customer's mail program knows nothing of an id that we made up, and no header takes every id of strangers. */
    private static boolean known(String id) {
        return FIT.matcher(id).matches() && !MessageIds.isInvented(id);
    }

    /** The mail answered comes last (RFC 5322, section 3.6.4). */
    private static List<String> references(Outgoing outgoing, String parent) {
        List<String> references = new ArrayList<>(outgoing.references());
        references.removeIf(id -> !known(id) || id.equals(parent));
        if (parent != null) {
            references.add(parent);
        }
        return references.size() <= MessageIds.MAX_REFERENCES ? references : references.subList(references.size() - MessageIds.MAX_REFERENCES, references.size());
    }
}
