// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.ejb;

import il.moked.access.Role;
import il.moked.channel.Channel;
import il.moked.channel.ChannelAccount;
import il.moked.channel.ChannelAccounts;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What drivers and doors must know of the accounts they serve. */
@Stateless
@RolesAllowed(Role.SYSTEM)
public class AccountLinks {
    @Inject
    ChannelAccounts accounts;

    /** An account as its driver sees it. @param address the organisation's own number or name there */
    public record Link(long accountId, String account, String address, Map<String, String> settings) {
        private static Link of(ChannelAccount account) {
            return new Link(account.id(), account.code(), account.address(), account.settings());
        }

        public Optional<String> setting(String name) {
            return Optional.ofNullable(settings.get(name)).filter(value -> !value.isBlank());
        }
    }

    /** The accounts of a channel that are served by that driver. */
    public List<Link> of(Channel channel, String driver) {
        return accounts.enabled(channel).stream().filter(account -> account.setting("driver").filter(driver::equals).isPresent()).map(Link::of).toList();
    }

    /** For a door, which runs as nobody: those of a channel that take messages now. */
    @PermitAll
    public List<Link> open(Channel channel) {
        return accounts.enabled(channel).stream().map(Link::of).toList();
    }

    /** For a door, which runs as nobody: empty unless it is an account of that channel that takes messages now. */
    @PermitAll
    public Optional<Link> open(Channel channel, String code) {
        return accounts.enabled(channel).stream().filter(account -> account.code().equals(code)).findFirst().map(Link::of);
    }
}
