// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.desk;

import il.moked.branch.Arrival;
import il.moked.branch.ArrivalLine;
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
    private static final String UNNAMED = "?";

    @Inject
    ActiveLocale locale;

    public String text(String key, Object... arguments) {
        String text = ResourceBundle.getBundle("il.moked.branch.desk.branch", locale.getLocale()).getString(key);
        return arguments.length == 0 ? text : new MessageFormat(text, locale.getLocale()).format(arguments);
    }

    /** Of a guest whom nobody named, that nobody did. */
    public String who(ArrivalLine line) {
        return line.name() == null || line.name().equals(UNNAMED) ? text("unnamed") : line.name();
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
