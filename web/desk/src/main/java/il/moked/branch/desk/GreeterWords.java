// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.desk;

import il.moked.shared.ui.ActiveLocale;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.util.ResourceBundle;

/** The greeter's words. */
@Named
@RequestScoped
public class GreeterWords {
    private static final double TENTHS = 10.0;

    @Inject
    ActiveLocale locale;

    public String text(String key, Object... arguments) {
        String text = ResourceBundle.getBundle("il.moked.branch.desk.greeter", locale.getLocale()).getString(key);
        return arguments.length == 0 ? text : new MessageFormat(text, locale.getLocale()).format(arguments);
    }

    /** @param minutes null when nobody can say */
    public String expected(Integer minutes) {
        return minutes == null ? text("wait.unknown") : text("wait.minutes", minutes);
    }

    public String before(int many) {
        return text("before", many);
    }

    /** @param kilometres null when nobody can say */
    public String far(Double kilometres) {
        return kilometres == null ? "" : text("far", Math.round(kilometres * TENTHS) / TENTHS);
    }

    public String waiting(int many) {
        return text("waiting", many);
    }

    /** How somebody is served elsewhere: with whom. @param owner or null */
    public String with(String owner) {
        return owner == null ? text("with.nobody") : text("with", owner);
    }
}
