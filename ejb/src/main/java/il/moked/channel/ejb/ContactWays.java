// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.ejb;

import il.moked.channel.Channel;
import il.moked.channel.ChannelAccount;
import il.moked.channel.ChannelAccounts;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;

/** How the public may reach the organisation: what its contact page shows. */
@Stateless
@PermitAll
public class ContactWays {
    @Inject
    ChannelAccounts accounts;

    /** @param code the account's code @param address mailbox; null where a channel has none */
    public record Way(String code, Channel channel, String hebrewName, String englishName, String address) {
        private static Way of(ChannelAccount account) {
            return new Way(account.code(), account.channel(), account.name("he"), account.name("en"), account.address());
        }

        public String name(String language) {
            return "he".equals(language) ? hebrewName : englishName;
        }
    }

    /** The accounts of a channel that take contacts now. */
    public List<Way> of(Channel channel) {
        return accounts.enabled(channel).stream().map(Way::of).toList();
    }
}
