// SPDX-License-Identifier: Apache-2.0
package il.moked.company.ejb;

import il.moked.channel.Channel;
import il.moked.company.CompanyUser;
import il.moked.customer.Customers;
import il.moked.customer.Identification;
import il.moked.interaction.Attachment;
import il.moked.routing.ejb.ClosedNotice;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Writes a mail to somebody of a company. It is kept in a conversation of the company that is closed at once: nobody waits in it,
 * so it takes no place in a line; when he answers, it opens again and is served as any other.
 */
@ApplicationScoped
class CompanyMail {
    private static final String CLOSED = "COMPANY-NOTICE";

    @Inject
    Customers customers;
    @Inject
    ClosedNotice notice;

    record File(String name, String type, byte[] content) {
    }

    /** @param file or null @return false when there is no mailbox to send from, or he was written too much today */
    boolean send(CompanyUser to, String subject, String text, File file) {
        return send(to, subject, text, null, file);
    }

    /** What nobody else may read, staff neither. @param kept what stands in the conversation instead */
    boolean sendSecretly(CompanyUser to, String subject, String kept, String secret) {
        return send(to, subject, kept, secret, null);
    }

    private boolean send(CompanyUser to, String subject, String text, String secret, File file) {
        Attachment attached = file == null ? null : new Attachment(file.name(), file.type(), null, false, file.content());
        return notice.way(Channel.EMAIL, Optional.of(to.email())).filter(way -> notice.tell(customers.get(to.customerId()), Identification.CONFIRMED, way, to.language(), new ClosedNotice.Told(subject, CLOSED, text, secret, attached))).isPresent();
    }
}
