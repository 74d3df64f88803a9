// SPDX-License-Identifier: Apache-2.0
package il.moked.shared.portal;

import il.moked.shared.ui.ActiveLocale;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** What the page of a problem says. */
@Named
@RequestScoped
public class ProblemView {
    private static final String SITE = "il.moked.shared.portal.site";

    @Inject
    Texts texts;
    @Inject
    ActiveLocale activeLocale;

    private int status;
    private String wait;

    void is(int responseStatus, String secondsToWait) {
        status = responseStatus;
        wait = secondsToWait;
    }

    public String getTitle() {
        return text("title");
    }

    public String getText() {
        return text("text", wait == null ? "60" : wait);
    }

    private String text(String part, Object... arguments) {
        return texts.text(SITE, "problem." + kind() + "." + part, activeLocale.getLocale(), arguments);
    }

    private String kind() {
        return switch (status) {
            case 404, 403, 405, 410 -> "missing";
            case 413 -> "large";
            case 429 -> "often";
            default -> status < 500 ? "unclear" : "broken";
        };
    }
}
