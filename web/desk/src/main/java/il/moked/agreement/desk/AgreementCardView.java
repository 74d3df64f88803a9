// SPDX-License-Identifier: Apache-2.0
package il.moked.agreement.desk;

import il.moked.agreement.OwnedProduct;
import il.moked.agreement.ejb.AgreementLine;
import il.moked.agreement.ejb.Entitling;
import il.moked.agreement.ejb.OwnedProductLine;
import il.moked.shared.BusinessException;
import il.moked.shared.desk.Screen;
import il.moked.shared.ui.ActiveLocale;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.ResourceBundle;

/** WEB-INF/parts/agreement/card.xhtml: what a customer has by contract and what is left of it, and what he owns. */
@Named
@RequestScoped
public class AgreementCardView {
    private static final String UNDO = "entitlement-undo";
    /** Of an entitlement, left: less is shown as little. */
    private static final int LITTLE = 4;

    @Inject
    Entitling entitling;
    @Inject
    Screen screen;
    @Inject
    ActiveLocale locale;

    private Shown shown;

    public record Shown(long customer, List<AgreementLine> agreements, List<OwnedProductLine> products) {
        public boolean empty() {
            return agreements.isEmpty() && products.isEmpty();
        }
    }

    /** What the page asks to be drawn again: it says whose they are, and nothing else of the card is read. Null when the card itself is drawn. */
    public Shown asked() {
        return screen.text("contracts-of") == null ? null : of(screen.number("contracts-of"));
    }

    public Shown of(long customer) {
        if (shown == null || shown.customer() != customer) {
            shown = new Shown(customer, entitling.agreementsOf(customer), entitling.productsOf(customer));
        }
        return shown;
    }

    /** As the end of a class: {@code good}, {@code warn}, {@code bad}, {@code off}. */
    public String kind(OwnedProduct.Warranty warranty) {
        return switch (warranty) {
            case VALID -> "good";
            case ENDING -> "warn";
            case OVER, NONE -> "off";
        };
    }

    /** Below which a meter says that little is left. */
    public int little(AgreementLine.Left left) {
        return Math.max(1, left.quantity() / LITTLE);
    }

    /** One of what he is entitled to is used, with ten seconds to take it back. */
    public void use() {
        long use = entitling.use(screen.number("id"), 1, reference(), null);
        screen.tell(text("used"), use, UNDO);
        drawn();
    }

    /** Of the press of the button: the same press sent twice uses one. */
    private String reference() {
        String press = screen.text("press");
        if (press == null || !press.matches("[A-Za-z0-9-]{8,60}")) {
            throw new BusinessException("shared.bad-request");
        }
        return press;
    }

    public void giveBack() {
        entitling.giveBack(screen.number("id"));
        screen.tell(text("given-back"));
        drawn();
    }

    private void drawn() {
        shown = null;
        screen.answer("done", true);
        screen.redraw("agreements", "body");
    }

    private String text(String key) {
        return ResourceBundle.getBundle("il.moked.agreement.desk.agreement", locale.getLocale()).getString(key);
    }
}
