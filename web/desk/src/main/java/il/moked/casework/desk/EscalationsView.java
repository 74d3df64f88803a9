// SPDX-License-Identifier: Apache-2.0
package il.moked.casework.desk;

import il.moked.casework.ejb.Escalating;
import il.moked.casework.ejb.Escalating.Asked;
import il.moked.shared.Page;
import il.moked.shared.desk.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** agent/escalations.xhtml: cases in which somebody asks for my help, or for my team's. */
@Named
@RequestScoped
public class EscalationsView {
    private static final int PAGE = 50;

    @Inject
    Escalating escalating;
    @Inject
    Screen screen;

    private Page<Asked> page;

    public List<Asked> asked() {
        return page().rows();
    }

    public boolean isMore() {
        return page().more();
    }

    public long last() {
        return asked().isEmpty() ? 0 : asked().get(asked().size() - 1).escalation().id();
    }

    private Page<Asked> page() {
        if (page == null) {
            page = escalating.askedOfMe(screen.text("after-id") == null ? 0 : screen.number("after-id"), PAGE);
        }
        return page;
    }
}
