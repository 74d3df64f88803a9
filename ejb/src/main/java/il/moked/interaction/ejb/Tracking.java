// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.ejb;

import il.moked.channel.Channel;
import il.moked.channel.ChannelAccounts;
import il.moked.channel.Inbox;
import il.moked.interaction.Interaction;
import il.moked.interaction.Interactions;
import il.moked.interaction.Message;
import il.moked.interaction.Reference;
import il.moked.shared.NotFoundException;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/** What somebody who knows the reference of a web form may see of it: its state and the answers, never who wrote it. */
@Stateless
@PermitAll
public class Tracking {
    private static final int MOST = 50;

    @Inject
    Interactions interactions;
    @Inject
    ChannelAccounts accounts;
    @Inject
    Inbox inbox;

    /** @param served whether an agent has it now @param openedAt null while the form still waits to be read in */
    public record Tracked(String reference, boolean closed, boolean answered, boolean served, Instant openedAt, Instant lastMessageAt, List<Answer> answers) {
    }

    public record Answer(String text, Instant at) {
    }

    /** @throws NotFoundException {@code interaction.unknown}: also for conversations that did not begin with a form */
    public Tracked track(String reference) {
        String normal = Reference.normal(reference);
        return interactions.findByReference(normal).filter(found -> found.channel() == Channel.FORM).map(this::tracked)
                .or(() -> accounts.enabled(Channel.FORM).stream().filter(account -> inbox.holds(account.id(), normal)).findFirst().map(account -> new Tracked(normal, false, false, false, null, null, List.of())))
                .orElseThrow(() -> new NotFoundException("interaction.unknown"));
    }

    private Tracked tracked(Interaction interaction) {
        List<Answer> answers = interactions.messagesAfter(interaction.id(), 0, MOST).stream().filter(message -> message.direction() == Message.Direction.OUTBOUND && !message.automatic())
                .map(message -> new Answer(message.text(), message.at())).toList();
        return new Tracked(interaction.reference(), !interaction.open(), !answers.isEmpty(), interaction.owner().isPresent(), interaction.openedAt(), interaction.lastMessageAt(), answers);
    }
}
