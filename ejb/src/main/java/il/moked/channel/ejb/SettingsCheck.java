// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.ejb;

import il.moked.shared.BusinessException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Looks at the settings of an account one by one; the first that cannot be used is named. What is left out is never wrong, unless it is wanted. */
public final class SettingsCheck {
    /** The field of an administrator's form in which all settings stand. */
    private static final String FIELD = "settings";

    private final Map<String, String> settings;

    public SettingsCheck(Map<String, String> settings) {
        this.settings = settings;
    }

    public static BusinessException missing(String name) {
        return new BusinessException("channel.setting-missing", FIELD, name);
    }

    public static BusinessException wrong(String name) {
        return new BusinessException("channel.setting-wrong", FIELD, name);
    }

    public Optional<String> value(String name) {
        return Optional.ofNullable(settings.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    public String wanted(String name) {
        return value(name).orElseThrow(() -> missing(name));
    }

    public SettingsCheck oneOf(String name, String... values) {
        return matching(name, Pattern.compile(String.join("|", List.of(values).stream().map(Pattern::quote).toList())));
    }

    public SettingsCheck matching(String name, Pattern pattern) {
        refuseUnless(name, value(name).map(value -> pattern.matcher(value).matches()).orElse(true));
        return this;
    }

    /** A whole address of http or https, nobody's name in it. Places in braces may stand for anything. */
    public SettingsCheck address(String name) {
        refuseUnless(name, value(name).map(SettingsCheck::reachable).orElse(true));
        return this;
    }

    private static boolean reachable(String address) {
        try {
            URI uri = new URI(address.replaceAll("\\{[a-z]+}", "x"));
            return uri.getScheme() != null && uri.getScheme().matches("https?") && uri.getHost() != null && uri.getUserInfo() == null;
        } catch (URISyntaxException none) {
            return false;
        }
    }

    public SettingsCheck expression(String name) {
        refuseUnless(name, value(name).map(SettingsCheck::compiles).orElse(true));
        return this;
    }

    private static boolean compiles(String expression) {
        try {
            Pattern.compile(expression);
            return true;
        } catch (PatternSyntaxException none) {
            return false;
        }
    }

    private static void refuseUnless(String name, boolean good) {
        if (!good) {
            throw wrong(name);
        }
    }
}
