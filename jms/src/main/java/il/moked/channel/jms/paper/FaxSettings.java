// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.paper;

import il.moked.channel.Channel;
import il.moked.channel.ejb.DriverSettings;
import il.moked.channel.ejb.SettingsCheck;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Where faxes are mailed to, and how their sender is found. */
@ApplicationScoped
public class FaxSettings implements DriverSettings {
    private static final Pattern DOMAIN = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*");
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@]*\\{(digits|e164|national)}[^\\s@]*@" + DOMAIN);

    @Override
    public Set<Channel> channels() {
        return Set.of(Channel.FAX);
    }

    @Override
    public void check(Map<String, String> settings) {
        SettingsCheck check = new SettingsCheck(settings);
        if (check.value(FaxNumber.ADDRESS).isEmpty()) {
            check.wanted(FaxNumber.DOMAIN);
        }
        check.matching(FaxNumber.DOMAIN, DOMAIN).matching(FaxNumber.ADDRESS, ADDRESS).expression(FaxNumber.PATTERN);
        if (check.value(FaxNumber.PATTERN).filter(pattern -> Pattern.compile(pattern).matcher("").groupCount() == 0).isPresent()) {
            throw SettingsCheck.wrong(FaxNumber.PATTERN);
        }
    }
}
