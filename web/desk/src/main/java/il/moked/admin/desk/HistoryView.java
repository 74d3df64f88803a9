// SPDX-License-Identifier: Apache-2.0
package il.moked.admin.desk;

import il.moked.access.SetUpVersions;
import il.moked.access.ejb.SetUpHistory;
import il.moked.shared.Page;
import il.moked.shared.desk.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The versions of the one thing a page is about. */
@Named
@RequestScoped
public class HistoryView {
    private static final int PAGE = 20;

    @Inject
    SetUpHistory history;
    @Inject
    Screen screen;

    private Page<SetUpVersions.Line> page;

    public Page<SetUpVersions.Line> of(String subject, long id) {
        return page = page == null ? history.of(subject, id, screen.text("before") == null ? null : (int) screen.number("before"), PAGE) : page;
    }

    /** Whether this version is what the thing is now. */
    public boolean current(String subject, long id, int number) {
        return screen.text("before") == null && of(subject, id).rows().get(0).number() == number;
    }

    /** Number of the last one shown. */
    public int last(String subject, long id) {
        return of(subject, id).rows().get(of(subject, id).rows().size() - 1).number();
    }
}
