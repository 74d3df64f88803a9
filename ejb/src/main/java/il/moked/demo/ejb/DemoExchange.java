// SPDX-License-Identifier: Apache-2.0
package il.moked.demo.ejb;

import il.moked.access.Role;
import il.moked.channel.ChannelAccount;
import il.moked.channel.ChannelAccounts;
import il.moked.interaction.ejb.CallEvent;
import il.moked.interaction.ejb.CommandDelivery.Asked;
import il.moked.interaction.ejb.Exchanging;
import il.moked.interaction.ejb.Exchanging.Result;
import il.moked.shared.NotFoundException;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The telephony port for the exchange that the channel lab plays. The lab is on the public server, from which nothing
 * leads to the port's HTTP; so it gets the port itself, for the demo's accounts and in a demo only.
 *
 * <p>Every method throws {@link NotFoundException} {@code demo.unknown} unless this is a demo installation.
 */
@Stateless
@RunAs(Role.SYSTEM)
@PermitAll
public class DemoExchange {
    private static final String MENU = "menu.";

    @Inject
    DemoProfile profile;
    @Inject
    ChannelAccounts accounts;
    @Inject
    Exchanging exchanging;

    /** @param menu what the keys stand for, in the order of the keys */
    public record ServiceNumber(String number, String language, Map<String, String> menu) {
        /** Whether callers are led by a menu of the organisation's, not of the exchange. */
        public boolean guided() {
            return menu.isEmpty();
        }
    }

    public ServiceNumber serviceNumber() {
        refuseElsewhere();
        ChannelAccount account = accounts.get(DemoTelephone.ACCOUNT);
        Map<String, String> menu = new TreeMap<>();
        account.settings().forEach((name, value) -> {
            if (name.startsWith(MENU)) {
                menu.put(name.substring(MENU.length()), value);
            }
        });
        return new ServiceNumber(account.address(), account.language(), menu);
    }

    /** The one whose callers the organisation leads. */
    public ServiceNumber guidedNumber() {
        refuseElsewhere();
        ChannelAccount account = accounts.get(DemoTelephone.GUIDED);
        return new ServiceNumber(account.address(), account.language(), Map.of());
    }

    public void tellGuided(CallEvent event) {
        refuseElsewhere();
        exchanging.told(DemoTelephone.GUIDED, event);
    }

    /** The same as {@link #fetch} of the other number. */
    public List<Asked> fetchGuided(Set<String> calls, Set<String> numbers) {
        refuseElsewhere();
        return exchanging.fetch(DemoTelephone.GUIDED, calls, numbers);
    }

    public void settledGuided(long commandId, Result result, String why) {
        refuseElsewhere();
        exchanging.settled(DemoTelephone.GUIDED, commandId, result, why);
    }

    public void tell(CallEvent event) {
        refuseElsewhere();
        exchanging.told(DemoTelephone.ACCOUNT, event);
    }

    /** Only what concerns these calls, and calls out to these numbers (E.164): another exchange may be at the account, too. */
    public List<Asked> fetch(Set<String> calls, Set<String> numbers) {
        refuseElsewhere();
        return exchanging.fetch(DemoTelephone.ACCOUNT, calls, numbers);
    }

    public void settled(long commandId, Result result, String why) {
        refuseElsewhere();
        exchanging.settled(DemoTelephone.ACCOUNT, commandId, result, why);
    }

    private void refuseElsewhere() {
        if (!profile.active()) {
            throw new NotFoundException("demo.unknown");
        }
    }
}
