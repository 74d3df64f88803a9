// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.sms;

import il.moked.channel.Channel;
import il.moked.channel.ejb.AccountLinks.Link;
import il.moked.channel.ejb.DriverSettings;
import il.moked.channel.ejb.SettingsCheck;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What the two SMS drivers want of an account. */
@ApplicationScoped
public class SmsSettings implements DriverSettings {
    /** Name of a header (RFC 9110, 5.1). */
    private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");
    private static final Pattern TYPE = Pattern.compile("[A-Za-z0-9.+-]+/[A-Za-z0-9.+-]+(;.*)?");

    @Override
    public Set<Channel> channels() {
        return Set.of(Channel.SMS);
    }

    @Override
    public void check(Map<String, String> settings) {
        SettingsCheck check = new SettingsCheck(settings);
        switch (check.wanted("driver")) {
            case "smpp" -> smpp(check, settings);
            case "http" -> http(check);
            default -> throw SettingsCheck.wrong("driver");
        }
    }

    private static void smpp(SettingsCheck check, Map<String, String> settings) {
        check.wanted("host");
        check.wanted("systemId");
        check.oneOf("bind", "trx", "tx+rx").oneOf("alphabet", "gsm", "latin1", "ucs2").oneOf("tls", "true", "false");
        try {
            SmppSettings.of(new Link(0, "", "", settings));
        } catch (IllegalArgumentException named) {
            throw SettingsCheck.wrong(named.getMessage());
        }
    }

    private static void http(SettingsCheck check) {
        check.wanted("url");
        check.address("url").oneOf("method", "POST", "GET").matching("contentType", TYPE).matching("header", HEADER).oneOf("toFormat", "digits").oneOf("repeatable", "true", "false").expression("accepted");
        if (check.value("answerId").filter(where -> !where.startsWith("/")).isPresent()) {
            check.expression("answerId");
        }
        check.oneOf("inbound.proof", "header", "hmac-sha256", "hmac-sha1", "twilio").matching("inbound.header", HEADER).address("inbound.base");
    }
}
