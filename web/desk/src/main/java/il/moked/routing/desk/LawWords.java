// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.desk;

import il.moked.routing.StatutoryRecord;
import il.moked.shared.ui.ActiveLocale;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** What the clocks of the law are called. */
@Named
@RequestScoped
public class LawWords {
    private static final String BUNDLE = "il.moked.routing.desk.routing";

    @Inject
    ActiveLocale locale;

    public String kind(StatutoryRecord.Kind kind) {
        return text("kind." + kind);
    }

    /** @param how null when it did not end without an answer */
    public String end(StatutoryRecord.End how) {
        return how == null ? "" : text("end." + how);
    }

    /** A subject of our own by its name, another by its code. */
    public String subject(String code) {
        try {
            return code == null ? "–" : text("subject." + code);
        } catch (MissingResourceException own) {
            return code;
        }
    }

    String text(String key) {
        return ResourceBundle.getBundle(BUNDLE, locale.getLocale()).getString("law." + key);
    }
}
