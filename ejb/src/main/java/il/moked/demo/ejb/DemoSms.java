// SPDX-License-Identifier: Apache-2.0
package il.moked.demo.ejb;

import il.moked.channel.Channel;
import il.moked.channel.ChannelAccount;
import il.moked.channel.ChannelAccounts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/** The demo's SMS account; its provider is made up, too, and waits under {@code /lab/provider/sms} of the demo's own portal. */
@ApplicationScoped
public class DemoSms {
    @Inject
    ChannelAccounts accounts;
    @Inject
    DemoPortal portal;

    /** At each start: the account when it is not there yet, and where the portal is today. */
    void seed(long queueId) {
        account(queueId).with(Map.of("driver", "http", "url", portal.url() + "/lab/provider/sms", "answerId", "/id"));
    }

    private ChannelAccount account(long queueId) {
        return accounts.enabled(Channel.SMS).stream().filter(known -> known.code().equals("sms")).findFirst().orElseGet(() -> {
            ChannelAccount account = new ChannelAccount("sms", Channel.SMS, "בנק הדגמה", "Demo Bank", "DemoBank", "he", queueId);
            accounts.add(account);
            return account;
        });
    }
}
