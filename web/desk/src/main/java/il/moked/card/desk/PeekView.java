// SPDX-License-Identifier: Apache-2.0
package il.moked.card.desk;

import il.moked.card.ejb.CustomerCards;
import il.moked.card.ejb.CustomerCards.Peek;
import il.moked.shared.desk.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The last of a conversation in its place on the timeline; read only when somebody opens that place. */
@Named
@RequestScoped
public class PeekView {
    @Inject
    CustomerCards cards;
    @Inject
    Screen screen;

    private Peek peek;

    /** Null unless the page asks for one. */
    public Peek peek() {
        if (peek == null && screen.text("peek") != null) {
            peek = cards.peek(screen.number("peek"));
        }
        return peek;
    }
}
