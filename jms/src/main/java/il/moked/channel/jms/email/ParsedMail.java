// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.email;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A mail as a customer-service reader needs it. Nothing in it may be trusted: it was written by a stranger.
 *
 * @param messageId          without angle brackets, 1 to 250 characters; when {@code messageIdInvented} it is derived from the
 *                           SHA-256 of the raw mail, so the same bytes always give the same id
 * @param messageIdInvented  the mail had no usable Message-ID
 * @param references         ids of earlier mails, oldest first (References, then In-Reply-To), without angle brackets, at most 50
 * @param sender             whom to answer as the customer, or null (then {@link MailNotice#NO_SENDER} is set)
 * @param replyTo            Reply-To, at most 200
 * @param to                 To, at most 200
 * @param cc                 Cc, at most 200
 * @param subject            decoded, one line, at most 1,000 characters, may be empty
 * @param sentAt             the Date header, or null; set by the sender's clock
 * @param text               the body as text, line ends are {@code \n}
 * @param newText            the part of {@code text} written for this mail
 * @param quotedText         the rest of {@code text}: quoted history and signature
 * @param html               the body as sent in HTML, unsanitised, or null
 * @param attachments        all files, inline images included
 * @param nature             person or machine
 * @param deliveryReport     for {@link MailNature#BOUNCE}, else null; may be null there too
 * @param notices            what the reader must know
 */
public record ParsedMail(
        String messageId, boolean messageIdInvented, List<String> references,
        MailAddress sender, List<MailAddress> replyTo, List<MailAddress> to, List<MailAddress> cc,
        String subject, Instant sentAt,
        String text, String newText, String quotedText, String html,
        List<MailAttachment> attachments,
        MailNature nature, DeliveryReport deliveryReport, Set<MailNotice> notices) {

    public ParsedMail {
        references = List.copyOf(references);
        replyTo = List.copyOf(replyTo);
        to = List.copyOf(to);
        cc = List.copyOf(cc);
        attachments = List.copyOf(attachments);
        notices = Set.copyOf(notices);
    }

    /** The address an answer goes to: the first Reply-To, else the sender. */
    public Optional<MailAddress> answerTo() {
        return replyTo.isEmpty() ? Optional.ofNullable(sender) : Optional.of(replyTo.get(0));
    }
}
