// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.ejb;

import il.moked.channel.Channel;
import il.moked.channel.ChannelAccount;
import il.moked.channel.ChannelAccounts;
import il.moked.shared.Remembered;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;

/** How long whoever turns to us now would wait, by each way there is: what is not known is said not to be known. Anybody may ask as often as he likes: each node looks once in a few seconds. */
@Stateless
@PermitAll
public class ContactWaits {
    private static final Duration MEMORY = Duration.ofSeconds(10);
    private static final String ALL = "all";
    private static final Remembered<String, List<Expected>> KNOWN = new Remembered<>(MEMORY);

    @Inject
    ChannelAccounts accounts;
    @Inject
    ExpectedWaits waits;

    /** @param address mailbox, or number as people dial it; null where there is none @param time until somebody is there, or until it is answered; null when that is not known */
    public record Expected(String account, Channel channel, String hebrewName, String englishName, String address, Duration time) {
        public String name(String language) {
            return "he".equals(language) ? hebrewName : englishName;
        }
    }

    /** Of all accounts that take contacts now. */
    public List<Expected> all() {
        return KNOWN.get(ALL, any -> accounts.all().stream().filter(ChannelAccount::enabled).map(this::expected).toList());
    }

    private Expected expected(ChannelAccount account) {
        Channel channel = account.channel();
        Duration time = channel.live() ? waits.ofNewcomer(account.queueId(), channel) : waits.ofAnswered(account.queueId(), channel);
        return new Expected(account.code(), channel, account.name("he"), account.name("en"), account.address(), time);
    }
}
