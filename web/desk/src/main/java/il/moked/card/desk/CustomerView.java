// SPDX-License-Identifier: Apache-2.0
package il.moked.card.desk;

import il.moked.card.ejb.CustomerCards.CustomerCard;
import il.moked.shared.BusinessException;
import il.moked.shared.NotFoundException;
import il.moked.shared.desk.Screen;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** agent/customer.xhtml: whose card it is and which of its sections is shown. Only that section is ever read. */
@Named
@ViewScoped
public class CustomerView implements Serializable {
    private static final long serialVersionUID = 1;

    @Inject
    CustomerCardView cards;
    @Inject
    Screen screen;

    private Long id;
    private CardTab tab;
    private boolean refused;

    /** A guest who was joined into a customer is answered with that customer. */
    @PostConstruct
    void begin() {
        tab = CardTab.named(screen.text("tab"));
        try {
            id = cards.of(screen.number("id")).id();
        } catch (NotFoundException notThere) {
            id = null;
        } catch (BusinessException notHis) {
            refused = !"shared.bad-request".equals(notHis.code());
        }
    }

    /** The page asks for another section. */
    public void show() {
        tab = CardTab.named(screen.text("tab"));
        screen.redraw("section");
    }

    /** Null when there is no such customer, or the caller may not see him. */
    public Long getId() {
        return id;
    }

    public CustomerCard card() {
        return cards.of(id);
    }

    /** There is such a customer, for others. */
    public boolean isRefused() {
        return refused;
    }

    public CardTab getTab() {
        return tab;
    }

    public CardTab[] getTabs() {
        return CardTab.values();
    }
}
