// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.desk;

import il.moked.interaction.Interaction;
import il.moked.interaction.InteractionLine;
import il.moked.interaction.ejb.ConversationReading;
import il.moked.shared.Page;
import il.moked.shared.desk.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;

/** agent/conversations.xhtml: everything of my team in one state, newest message first, one page after the other. */
@Named
@RequestScoped
public class ConversationsView {
    private static final int PAGE = 50;

    @Inject
    ConversationReading reading;
    @Inject
    Screen screen;

    private Page<InteractionLine> page;

    public boolean isClosed() {
        return "closed".equals(screen.text("state"));
    }

    public List<InteractionLine> lines() {
        return page().rows();
    }

    public boolean isMore() {
        return page().more();
    }

    /** Where the next page begins, for the page to ask with. */
    public InteractionLine.Cursor next() {
        return lines().isEmpty() ? null : lines().get(lines().size() - 1).cursor();
    }

    private Page<InteractionLine> page() {
        if (page == null) {
            Interaction.State state = isClosed() ? Interaction.State.CLOSED : Interaction.State.OPEN;
            page = reading.team(state, cursor(screen), PAGE);
        }
        return page;
    }

    /** A cursor as a page sends it: the last row's moment, to the microsecond, and its id. */
    public static InteractionLine.Cursor cursor(Screen screen) {
        return screen.text("after-id") == null ? null : new InteractionLine.Cursor(Instant.parse(screen.text("after-at")), screen.number("after-id"));
    }
}
