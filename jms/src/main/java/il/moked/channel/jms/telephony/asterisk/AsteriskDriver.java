// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.telephony.asterisk;

import il.moked.channel.Channel;
import il.moked.channel.ejb.DriverSettings;
import il.moked.channel.ejb.SettingsCheck;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;

/** What an administrator may save for an exchange that is an Asterisk. */
@ApplicationScoped
public class AsteriskDriver implements DriverSettings {
    static final String NAME = "asterisk";

    @Override
    public Set<Channel> channels() {
        return Set.of(Channel.PHONE);
    }

    @Override
    public void check(Map<String, String> settings) {
        if (!NAME.equals(settings.get("driver"))) {
            return;
        }
        try {
            AsteriskSettings.of(settings);
        } catch (IllegalArgumentException wrong) {
            throw settings.containsKey(wrong.getMessage()) ? SettingsCheck.wrong(wrong.getMessage()) : SettingsCheck.missing(wrong.getMessage());
        }
    }
}
