// SPDX-License-Identifier: Apache-2.0
package il.moked.card.desk;

import il.moked.card.ejb.CustomerCards;
import il.moked.card.ejb.CustomerCards.CustomerCard;
import il.moked.customer.ejb.Joining;
import il.moked.interaction.InteractionLine;
import il.moked.interaction.desk.ConversationsView;
import il.moked.interaction.desk.DeskView;
import il.moked.shared.Page;
import il.moked.shared.desk.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Everything about the customer of the open conversation. */
@Named
@RequestScoped
public class CustomerCardView {
    @Inject
    CustomerCards cards;
    @Inject
    Joining joining;
    @Inject
    DeskView desk;
    @Inject
    Screen screen;

    private final Map<Long, CustomerCard> read = new HashMap<>();
    private CustomerCard card;
    private Page<InteractionLine> earlier;

    /** Null when nothing is open. */
    public CustomerCard card() {
        if (card == null && desk.getCarded() != null) {
            card = cards.of(desk.getCarded());
        }
        return card;
    }

    /** @throws il.moked.shared.NotFoundException {@code customer.unknown} */
    public CustomerCard of(long customerId) {
        return read.computeIfAbsent(customerId, cards::get);
    }

    /** Shown before it is mine: there is nothing to change yet. */
    public boolean isOffered() {
        return desk.getPopped() != null;
    }

    /** The next page of the timeline, when the page asks for it with the cursor of its last row. */
    public List<InteractionLine> earlier() {
        if (screen.text("after-id") == null) {
            return List.of();
        }
        if (earlier == null) {
            earlier = cards.timeline(screen.number("customer"), ConversationsView.cursor(screen));
        }
        return earlier.rows();
    }

    public boolean isMoreEarlier() {
        return !earlier().isEmpty() && earlier.more();
    }

    public static InteractionLine last(List<InteractionLine> lines) {
        return lines.isEmpty() ? null : lines.get(lines.size() - 1);
    }

    /** The guest proved to be a customer we know. */
    public void join() {
        joining.join(screen.number("guest"), screen.number("customer"));
        card = null;
        screen.redraw("talks", "head", "stream", "card");
    }
}
