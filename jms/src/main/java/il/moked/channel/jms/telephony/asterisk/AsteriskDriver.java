// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.telephony.asterisk;

import il.moked.channel.Channel;
import il.moked.channel.ejb.DriverSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** What an administrator may save. */
@ApplicationScoped
public class AsteriskDriver implements DriverSettings {
    static final String NAME = "asterisk";

    @Override
    public Channel channel() {
        return Channel.PHONE;
    }

    @Override
    public String driver() {
        return NAME;
    }

    @Override
    public void check(Map<String, String> settings) {
        AsteriskSettings.of(settings);
    }
}
