// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.social;

import il.moked.channel.Channel;
import il.moked.channel.ejb.DriverSettings;
import il.moked.channel.ejb.SettingsCheck;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What the messengers have in common: where their provider is, and which of its addresses is the account's. */
@ApplicationScoped
public class SocialSettings implements DriverSettings {
    private static final Pattern HOSTS = Pattern.compile("[A-Za-z0-9.-]+(\\s*,\\s*[A-Za-z0-9.-]+)*");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,30}");
    private static final Pattern PAGE = Pattern.compile("\\d{1,30}|" + Arrival.WHOEVER);

    @Override
    public Set<Channel> channels() {
        return EnumSet.of(Channel.WHATSAPP, Channel.MESSENGER, Channel.INSTAGRAM, Channel.TELEGRAM, Channel.X);
    }

    @Override
    public void check(Map<String, String> settings) {
        new SettingsCheck(settings).address("base-url").matching("media-hosts", HOSTS).matching("phone-number-id", NUMBER).matching("page-id", PAGE).matching("user-id", NUMBER);
    }
}
