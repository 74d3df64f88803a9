// SPDX-License-Identifier: Apache-2.0
package il.moked.demo.ejb;

import il.moked.channel.Channel;
import il.moked.channel.ChannelAccount;
import il.moked.channel.ChannelAccounts;
import il.moked.ivr.MenuEdition;
import il.moked.ivr.MenuEditions;
import il.moked.ivr.MenuFlow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** The demo's service numbers, one with a menu of the exchange and one whose callers are led by ours; their exchange is played by the channel lab ({@link DemoExchange}), or by any other that speaks the telephony port. */
@ApplicationScoped
public class DemoTelephone {
    static final String ACCOUNT = "phone";
    static final String GUIDED = "phone-ivr";
    private static final String FLOW = "main";
    /** What the keys of the menu stand for. */
    private static final Map<String, String> MENU = Map.of("driver", "rest", "menu.1", "fault", "menu.2", "bill", "menu.3", "termination", "menu.9", "other", "menu.0", "callback");

    @Inject
    ChannelAccounts accounts;
    @Inject
    MenuEditions menus;
    @Inject
    Clock clock;

    /** At each start: the account when it is not there yet, and the keys it has not got. */
    void seed(long queueId) {
        ChannelAccount account = account(ACCOUNT, "*2700", queueId);
        Map<String, String> settings = new HashMap<>(MENU);
        settings.putAll(account.settings());
        account.with(settings);
        seedMenu(queueId);
    }

    private void seedMenu(long queueId) {
        ChannelAccount guided = account(GUIDED, "*2800", queueId);
        Map<String, String> settings = new HashMap<>(Map.of("driver", "rest", "ivr", FLOW));
        settings.putAll(guided.settings());
        guided.with(settings);
        if (menus.active(FLOW).isEmpty()) {
            MenuEdition first = new MenuEdition(FLOW, menus.next(FLOW), 0, MenuFlow.read(DemoStories.read("menu.json").toString()), "", "admin", clock.instant());
            first.activate("", "admin", clock.instant());
            menus.add(first);
        }
    }

    private ChannelAccount account(String code, String number, long queueId) {
        return accounts.all().stream().filter(known -> known.code().equals(code)).findFirst().orElseGet(() -> {
            ChannelAccount account = new ChannelAccount(code, Channel.PHONE, "בנק הדגמה", "Demo Bank", number, "he", queueId);
            accounts.add(account);
            return account;
        });
    }
}
