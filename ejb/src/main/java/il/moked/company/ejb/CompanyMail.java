// SPDX-License-Identifier: Apache-2.0
package il.moked.company.ejb;

import il.moked.channel.Channel;
import il.moked.channel.ChannelAccount;
import il.moked.channel.ChannelAccounts;
import il.moked.company.CompanyUser;
import il.moked.customer.Customers;
import il.moked.customer.Identification;
import il.moked.interaction.Attachment;
import il.moked.interaction.Interaction;
import il.moked.interaction.InteractionEvent;
import il.moked.interaction.Interactions;
import il.moked.interaction.Reference;
import il.moked.interaction.ejb.Acknowledging;
import il.moked.routing.WorkItems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Writes a mail to somebody of a company. It is kept in a conversation of the company that is closed at once: nobody waits in it,
 * so it takes no place in a line; when he answers, it opens again and is served as any other.
 */
@ApplicationScoped
class CompanyMail {
    private static final String CLOSED = "COMPANY-NOTICE";
    private static final String CLOCK = "moked";

    @Inject
    ChannelAccounts accounts;
    @Inject
    WorkItems workItems;
    @Inject
    Customers customers;
    @Inject
    Interactions interactions;
    @Inject
    Acknowledging acknowledging;
    @Inject
    Clock clock;
    /** Where the portal answers, as customers see it, without a path. */
    @Inject
    @ConfigProperty(name = "moked.public.url")
    Optional<String> portal;

    record File(String name, String type, byte[] content) {
    }

    /** Empty where no address is said. */
    Optional<String> page(String path) {
        return portal.map(address -> address.replaceAll("/+$", "") + path);
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
        ChannelAccount account = accounts.enabled(Channel.EMAIL).stream().findFirst().orElse(null);
        if (account == null) {
            return false;
        }
        Instant now = clock.instant();
        Interaction talk = new Interaction(Reference.next(), customers.get(to.customerId()), Identification.CONFIRMED, account, workItems.queue(account.queueId()).teamId(), subject, to.email(), to.language(), now);
        interactions.add(talk);
        interactions.flush();
        boolean sent = secret == null ? acknowledging.notice(talk, account, to.email(), text) : acknowledging.secret(talk, account, to.email(), text, secret);
        if (sent && file != null) {
            interactions.flush();
            interactions.messagesAfter(talk.id(), talk.messages() - 1, 1).forEach(message -> interactions.add(new Attachment(file.name(), file.type(), null, false, file.content()).of(message)));
        }
        talk.close(interactions.seededReason(CLOSED), null, now);
        interactions.add(new InteractionEvent(talk, InteractionEvent.Kind.CLOSED, CLOCK, CLOSED, now));
        return sent;
    }
}
