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

    /** Where the next page begins; null when this is the last. */
    public String getNext() {
        return found().next();
    }

    private Searching.FoundPage found() {
        if (found == null) {
            found = isAsked() ? searching.find(getWanted(), screen.text("after"), PAGE) : new Searching.FoundPage(List.of(), null);
        }
        return found;
    }
}
