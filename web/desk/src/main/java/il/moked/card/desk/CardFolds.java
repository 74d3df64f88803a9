// SPDX-License-Identifier: Apache-2.0
package il.moked.card.desk;

import il.moked.access.desk.ActiveUser;
import il.moked.shared.desk.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which parts of the card beside a conversation are open: as the agent left them in this browser. A part that is closed is
 * not read; it is when it is opened.
 */
@Named
@RequestScoped
public class CardFolds {
    private static final String COOKIE = "moked.folds.";
    private static final Set<String> FIRST = Set.of("details", "reach", "history");

    @Inject
    ActiveUser user;
    @Inject
    Screen screen;

    private Set<String> open;

    public boolean open(String part) {
        if (open == null) {
            Cookie kept = (Cookie) FacesContext.getCurrentInstance().getExternalContext().getRequestCookieMap().get(COOKIE + user.getId());
            open = kept == null ? FIRST : Arrays.stream(kept.getValue().split("\\.")).collect(Collectors.toSet());
        }
        return open.contains(part);
    }

    /** A part was opened: it alone is drawn. */
    public void unfold() {
        String part = screen.text("part");
        if (part != null && part.matches("[a-z]{1,20}")) {
            String region = "fold-" + part;
            screen.redraw(region);
        }
    }
}
