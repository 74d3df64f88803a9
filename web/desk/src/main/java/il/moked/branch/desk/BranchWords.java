// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.desk;

import il.moked.branch.Arrival;
import il.moked.shared.ui.ActiveLocale;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.util.ResourceBundle;

/** Visits at branches in words and kinds of colour. */
@Named
@RequestScoped
public class BranchWords {
    @Inject
    ActiveLocale locale;

    public String text(String key, Object... arguments) {
        String text = ResourceBundle.getBundle("il.moked.branch.desk.branch", locale.getLocale()).getString(key);
        return arguments.length == 0 ? text : new MessageFormat(text, locale.getLocale()).format(arguments);
    }

    public String state(Arrival.State state) {
        return text("state." + state);
    }

    public String how(Arrival.How how) {
        return text("how." + how);
    }

    /** {@code info}, {@code warn}, {@code good}, {@code bad} or {@code off}. */
    public String sign(Arrival.State state) {
        return switch (state) {
            case EXPECTED, WAITING -> "info";
            case CALLED -> "warn";
            case SERVING, DONE -> "good";
            case LEFT, NO_SHOW -> "bad";
            case REDIRECTED -> "off";
        };
    }
}
