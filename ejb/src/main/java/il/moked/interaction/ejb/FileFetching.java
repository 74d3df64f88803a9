// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.ejb;

import il.moked.access.Role;
import il.moked.channel.Channel;
import il.moked.channel.ChannelAccount;
import il.moked.channel.ChannelAccounts;
import il.moked.interaction.Attachment;
import il.moked.interaction.AwaitedFile;
import il.moked.interaction.AwaitedFile.Why;
import il.moked.interaction.AwaitedFiles;
import il.moked.interaction.Interactions;
import il.moked.interaction.ejb.IncomingMessage.IncomingFile;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The life of a file that a provider keeps for us, seen by whoever fetches it. Each step commits by itself; the fetching is between them. */
@Stateless
@RolesAllowed(Role.SYSTEM)
public class FileFetching {
    @Inject
    AwaitedFiles awaited;
    @Inject
    Interactions interactions;
    @Inject
    ChannelAccounts accounts;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    /** @param reference the provider's id or address of it @param account code of the account it came by */
    public record ToFetch(long id, long accountId, Channel channel, String account, Map<String, String> settings, String reference, String fileName, String contentType) {
    }

    /** By which accounts files are to come that are to be fetched now. */
    public List<Long> accounts() {
        return awaited.accountsDue(clock.instant());
    }

    /** Takes what is to be fetched now of an account. A node that dies with it loses it to the next after some minutes. */
    public List<ToFetch> take(long accountId, int most) {
        ChannelAccount account = accounts.get(accountId);
        return awaited.take(accountId, clock.instant(), most).stream()
                .map(file -> new ToFetch(file.id(), account.id(), account.channel(), account.code(), account.settings(), file.reference(), file.fileName(), file.contentType())).toList();
    }

    /** Here it is: from now on it is a file of its message like any other. */
    public void fetched(long id, IncomingFile file) {
        settle(id, waiting -> {
            interactions.add(new Attachment(file.fileName(), file.contentType(), null, false, file.content()).of(interactions.message(waiting.messageId())));
            waiting.fetched();
        });
    }

    /** The provider cannot be reached now. */
    public void postponed(long id, String why) {
        settle(id, waiting -> waiting.postponed(why, clock.instant()));
    }

    /** The provider will never give it, or it is nothing we take. */
    public void givenUp(long id, Why why, String words) {
        settle(id, waiting -> waiting.givenUp(why, words));
    }

    private void settle(long id, Consumer<AwaitedFile> step) {
        awaited.findLocked(id).filter(AwaitedFile::waiting).ifPresent(waiting -> {
            step.accept(waiting);
            if (!waiting.waiting()) {
                events.tell(new FileArrived(waiting.interactionId(), waiting.messageId()));
            }
        });
    }
}
