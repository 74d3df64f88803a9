// SPDX-License-Identifier: Apache-2.0
package il.moked.demo.ejb;

import il.moked.channel.Channel;
import il.moked.channel.ChannelAccount;
import il.moked.channel.ChannelAccounts;
import il.moked.channel.Template;
import il.moked.channel.Templates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/** The demo's accounts with messengers: their providers are made up, too, and wait under {@code /lab/provider} of the demo's own portal. */
@ApplicationScoped
public class DemoMessengers {
    @Inject
    ChannelAccounts accounts;
    @Inject
    Templates templates;
    @Inject
    DemoPortal portal;

    /** At each start: the accounts that are not there yet, and where the portal is today. */
    void seed(long queueId) {
        account("whatsapp", Channel.WHATSAPP, queueId, "+972 3 000 0000").with(Map.of("base-url", portal.url() + "/lab/provider/whatsapp", "phone-number-id", "100000000000001"));
        account("messenger", Channel.MESSENGER, queueId, "moked.example").with(Map.of("base-url", portal.url() + "/lab/provider/messenger", "page-id", "me"));
        account("telegram", Channel.TELEGRAM, queueId, "@moked_example_bot").with(Map.of("base-url", portal.url() + "/lab/provider/telegram"));
    }

    private ChannelAccount account(String code, Channel channel, long queueId, String address) {
        return accounts.enabled(channel).stream().filter(known -> known.code().equals(code)).findFirst().orElseGet(() -> {
            ChannelAccount account = new ChannelAccount(code, channel, "בנק הדגמה", "Demo Bank", address, "he", queueId);
            accounts.add(account);
            if (channel == Channel.WHATSAPP) {
                templates.add(new Template(account.id(), "case_update", "he", "שלום {{1}}, יש לנו עדכון בפנייה בנושא {{2}}. אפשר להשיב כאן ונמשיך בשיחה."));
                templates.add(new Template(account.id(), "case_update", "en", "Hello {{1}}, we have news about {{2}}. Answer here and we will go on."));
            }
            return account;
        });
    }
}
