// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.ejb;

import il.moked.access.Role;
import il.moked.channel.Channel;
import il.moked.channel.ChannelAccount;
import il.moked.channel.ChannelAccounts;
import il.moked.channel.Mailbox;
import il.moked.channel.MailboxLeases;
import il.moked.channel.MailboxLeases.Progress;
import il.moked.shared.ejb.ThisNode;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What this node alone of all nodes does: collects the mail of which mailbox and the letters of which scan folder, holds the line to which provider. A singleton
 * only so that it can be named as what must still be there when the readers give their leases back on the way down.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@RolesAllowed(Role.SYSTEM)
public class Collecting {
    /** A node that has not renewed for this long is taken to be dead. */
    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final int LONGEST_NODE = 120;

    @Inject
    ChannelAccounts accounts;
    @Inject
    MailboxLeases leases;
    @Inject
    Clock clock;
    @Inject
    ThisNode node;

    /** A mailbox to be read. */
    public record Post(long accountId, String account, Mailbox mailbox) {
        static Post of(ChannelAccount account) {
            return new Post(account.id(), account.code(), account.mailbox());
        }
    }

    /** A folder to be looked into. */
    public record ScanPlace(long accountId, String account, String language, Map<String, String> settings) {
        static ScanPlace of(ChannelAccount account) {
            return new ScanPlace(account.id(), account.code(), account.language(), account.settings());
        }
    }

    /** Mail accounts, and fax accounts whose gateway writes mails. */
    public List<Post> posts() {
        return Stream.of(Channel.EMAIL, Channel.FAX).flatMap(channel -> accounts.enabled(channel).stream()).filter(account -> account.findMailbox().isPresent()).map(Post::of).toList();
    }

    public List<ScanPlace> scanPlaces() {
        return accounts.enabled(Channel.POST).stream().map(ScanPlace::of).toList();
    }

    /** Takes or keeps what the account stands for; {@link #LEASE} from now at most. */
    public boolean hold(long accountId) {
        Instant now = clock.instant();
        return leases.hold(accountId, node.name(LONGEST_NODE), now, now.plus(LEASE));
    }

    /** Anybody in the server: the reader gives it back while it is being destroyed, when it runs as nobody. */
    @PermitAll
    public void release(long accountId) {
        leases.release(accountId, node.name(LONGEST_NODE), clock.instant());
    }

    /** Anybody in the server, as {@link #release}. */
    @PermitAll
    public void reached(long accountId, Progress progress) {
        leases.reached(accountId, node.name(LONGEST_NODE), progress);
    }

    public Optional<Progress> progress(long accountId) {
        return leases.progress(accountId);
    }
}
