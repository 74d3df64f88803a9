// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.desk;

import il.moked.interaction.ejb.Searching;
import il.moked.interaction.ejb.Searching.Found;
import il.moked.shared.desk.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** agent/search.xhtml: conversations found by reference, address or words, page by page. */
@Named
@RequestScoped
public class SearchView {
    private static final int PAGE = 25;
    private static final int LAST_PAGE = 39;

    @Inject
    Searching searching;
    @Inject
    Screen screen;

    private Searching.FoundPage found;

    public String getWanted() {
        String typed = screen.text("q");
        return typed == null ? "" : typed.strip();
    }

    /** Whether there is enough to look for. */
    public boolean isAsked() {
        return getWanted().length() >= Searching.SHORTEST;
    }

    public List<Found> rows() {
        return found().rows();
    }

    public boolean isMore() {
        return found().more() && getPage() < LAST_PAGE;
    }

    public int getPage() {
        String page = screen.text("page");
        return page != null && page.matches("[0-9]{1,2}") ? Math.min(Integer.parseInt(page), LAST_PAGE) : 0;
    }

    private Searching.FoundPage found() {
        if (found == null) {
            found = isAsked() ? searching.find(getWanted(), getPage(), PAGE) : new Searching.FoundPage(List.of(), false);
        }
        return found;
    }
}
