// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.social;

import il.moked.channel.Channel;
import il.moked.channel.ejb.DriverSettings;
import il.moked.channel.ejb.SettingsCheck;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;

/** WhatsApp sends from a number that must be named. */
@ApplicationScoped
public class WhatsAppSettings implements DriverSettings {
    @Override
    public Set<Channel> channels() {
        return Set.of(Channel.WHATSAPP);
    }

    @Override
    public void check(Map<String, String> settings) {
        new SettingsCheck(settings).wanted("phone-number-id");
    }
}
