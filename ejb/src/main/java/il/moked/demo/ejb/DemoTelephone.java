// SPDX-License-Identifier: Apache-2.0
package il.moked.demo.ejb;

import il.moked.channel.Channel;
import il.moked.channel.ChannelAccount;
import il.moked.channel.ChannelAccounts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;

/** The demo's service number; its exchange is played by the channel lab ({@link DemoExchange}), or by any other that speaks the telephony port. */
@ApplicationScoped
public class DemoTelephone {
    static final String ACCOUNT = "phone";
    /** What the keys of the menu stand for. */
    private static final Map<String, String> MENU = Map.of("driver", "rest", "menu.1", "fault", "menu.2", "bill", "menu.3", "termination", "menu.9", "other", "menu.0", "callback");

    @Inject
    ChannelAccounts accounts;

    /** At each start: the account when it is not there yet, and the keys it has not got. */
    void seed(long queueId) {
        ChannelAccount account = account(queueId);
        Map<String, String> settings = new HashMap<>(MENU);
        settings.putAll(account.settings());
        account.with(settings);
    }

    private ChannelAccount account(long queueId) {
        return accounts.all().stream().filter(known -> known.code().equals(ACCOUNT)).findFirst().orElseGet(() -> {
            ChannelAccount account = new ChannelAccount(ACCOUNT, Channel.PHONE, "בנק הדגמה", "Demo Bank", "*2700", "he", queueId);
            accounts.add(account);
            return account;
        });
    }
}
