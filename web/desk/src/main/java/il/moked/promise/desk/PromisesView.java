// SPDX-License-Identifier: Apache-2.0
package il.moked.promise.desk;

import il.moked.promise.PromiseLine;
import il.moked.promise.ejb.PromiseReading;
import il.moked.shared.Page;
import il.moked.shared.desk.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;

/** agent/promises.xhtml: what I have to keep, or my team has, due first, one page after the other. */
@Named
@RequestScoped
public class PromisesView {
    private static final int PAGE = 50;

    @Inject
    PromiseReading reading;
    @Inject
    Screen screen;

    private Page<PromiseLine> page;

    public boolean isTeams() {
        return "team".equals(screen.text("of"));
    }

    public List<PromiseLine> lines() {
        return page().rows();
    }

    public boolean isMore() {
        return page().more();
    }

    /** Where the next page begins, for the page to ask with. */
    public PromiseLine.Cursor next() {
        return lines().isEmpty() ? null : lines().get(lines().size() - 1).cursor();
    }

    private Page<PromiseLine> page() {
        if (page == null) {
            page = isTeams() ? reading.myTeams(cursor(screen), PAGE) : reading.mine(cursor(screen), PAGE);
        }
        return page;
    }

    /** A cursor as a page sends it: the last row's due moment, to the microsecond, and its id. */
    static PromiseLine.Cursor cursor(Screen screen) {
        return screen.text("after-id") == null ? null : new PromiseLine.Cursor(Instant.parse(screen.text("after-at")), screen.number("after-id"));
    }
}
