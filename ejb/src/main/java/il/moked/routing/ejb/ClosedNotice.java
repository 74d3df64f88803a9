// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.ejb;

import il.moked.channel.Channel;
import il.moked.channel.ChannelAccount;
import il.moked.channel.ChannelAccounts;
import il.moked.customer.Customer;
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
import java.util.List;
import java.util.Optional;

/** Tells a customer what he did not ask for just now, in a conversation that is closed at once and takes no place in a line; should he answer, it opens again. */
@ApplicationScoped
public class ClosedNotice {
    private static final String MOKED = "moked";

    @Inject
    ChannelAccounts accounts;
    @Inject
    WorkItems workItems;
    @Inject
    Interactions interactions;
    @Inject
    Acknowledging acknowledging;
    @Inject
    Clock clock;

    /** By what and to where. */
    public record Way(ChannelAccount account, String address) {
    }

    /**
     * @param reason code of the wrap-up reason it is closed with
     * @param text that is kept
     * @param secret that he gets instead, with what nobody else may read; or null
     * @param file that goes with it when nothing is secret, or null
     */
    public record Told(String subject, String reason, String text, String secret, Attachment file) {
        public Told(String subject, String reason, String text, String secret) {
            this(subject, reason, text, secret, null);
        }
    }

    /** The way there is by a channel: empty without an open account or an address. */
    public Optional<Way> way(Channel channel, Optional<String> address) {
        return address.flatMap(known -> accounts.usual(channel).map(account -> new Way(account, known)));
    }

    /** @return false when he was written too much today */
    public boolean tell(Customer customer, Identification known, Way way, String language, Told told) {
        Interaction interaction = begin(customer, known, way, language, told.subject());
        boolean sent = told.file() == null ? acknowledging.secret(interaction, way.account(), way.address(), told.text(), told.secret()) : acknowledging.notice(interaction, way.account(), way.address(), told.text(), List.of(told.file()));
        close(interaction, told.reason());
        return sent;
    }

    /** In which he is told something; served, when he answers, by whoever serves what comes that way. */
    public Interaction begin(Customer customer, Identification known, Way way, String language, String subject) {
        Interaction interaction = new Interaction(Reference.next(), customer, known, way.account(), workItems.queue(way.account().queueId()).teamId(), subject, way.address(), language, clock.instant());
        interactions.add(interaction);
        interactions.flush();
        return interaction;
    }

    /** Nobody waits in it any more. @param reason code of the wrap-up reason */
    public void close(Interaction interaction, String reason) {
        Instant now = clock.instant();
        interaction.close(interactions.seededReason(reason), null, now);
        interactions.add(new InteractionEvent(interaction, InteractionEvent.Kind.CLOSED, MOKED, reason, now));
    }
}
