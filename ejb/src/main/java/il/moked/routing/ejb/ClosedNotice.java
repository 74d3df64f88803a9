// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.ejb;

import il.moked.channel.ChannelAccount;
import il.moked.customer.Customer;
import il.moked.customer.Identification;
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

/** Tells a customer what he did not ask for just now, in a conversation that is closed at once and takes no place in a line; should he answer, it opens again. */
@ApplicationScoped
public class ClosedNotice {
    private static final String MOKED = "moked";

    @Inject
    WorkItems workItems;
    @Inject
    Interactions interactions;
    @Inject
    Acknowledging acknowledging;
    @Inject
    Clock clock;

    /**
     * @param reason code of the wrap-up reason it is closed with
     * @param text that is kept
     * @param secret that he gets instead, with what nobody else may read; or null
     */
    public record Told(String subject, String reason, String text, String secret) {
    }

    public void tell(Customer customer, Identification known, ChannelAccount account, String address, String language, Told told) {
        Instant now = clock.instant();
        Interaction interaction = new Interaction(Reference.next(), customer, known, account, workItems.queue(account.queueId()).teamId(), told.subject(), address, language, now);
        interactions.add(interaction);
        interactions.flush();
        acknowledging.secret(interaction, account, address, told.text(), told.secret());
        interaction.close(interactions.seededReason(told.reason()), null, now);
        interactions.add(new InteractionEvent(interaction, InteractionEvent.Kind.CLOSED, MOKED, told.reason(), now));
    }
}
