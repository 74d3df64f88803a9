// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.desk;

import il.moked.branch.ejb.BankerNaming;
import il.moked.branch.ejb.BankerNaming.BankerLine;
import il.moked.shared.desk.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;

/** WEB-INF/parts/branch/banker.xhtml: the relationship banker on a customer's card. */
@Named
@RequestScoped
public class BankerView {
    @Inject
    BankerNaming naming;
    @Inject
    BranchWords words;
    @Inject
    Screen screen;

    private long customer;
    private Optional<BankerLine> named;

    /** Whether there is anything to show: he has one, or is a business. @param card the one that is drawn; null where only this is drawn again */
    public boolean shown(Long card) {
        customer = card == null ? screen.number("customer") : card;
        return getNamed() != null || naming.mayHave(customer);
    }

    public long getCustomer() {
        return customer;
    }

    /** Null when he has none. */
    public BankerLine getNamed() {
        named = named == null ? naming.of(customer) : named;
        return named.orElse(null);
    }

    public List<BankerLine> choices() {
        return naming.choices();
    }

    public void name() {
        naming.name(screen.number("customer"), screen.text("banker"));
        named = null;
        screen.redraw("banker");
        screen.tell(words.text("banker.named"));
    }
}
