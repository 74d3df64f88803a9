// SPDX-License-Identifier: Apache-2.0
package il.moked.card.desk;

import il.moked.card.TimelineEntry;
import il.moked.card.ejb.CustomerCards;
import il.moked.card.ejb.CustomerCards.CustomerCard;
import il.moked.customer.ejb.Joining;
import il.moked.interaction.desk.DeskView;
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
    CardFolds folds;
    @Inject
    DeskView desk;
    @Inject
    Screen screen;

    private final Map<Long, CustomerCard> read = new HashMap<>();
    private CustomerCard card;

    /** Null when nothing is open. */
    public CustomerCard card() {
        if (card == null && desk.getCarded() != null) {
            card = cards.of(desk.getCarded(), folds.open("history") ? CustomerCards.LAST : 0);
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

    /** The last few entries of his timeline; read only while that part is open. */
    public List<TimelineEntry> last() {
        return card().timeline().rows();
    }

    /** The guest proved to be a customer we know. */
    public void join() {
        joining.join(screen.number("guest"), screen.number("customer"));
        card = null;
        screen.redraw("talks", "head", "stream", "card");
    }
}
