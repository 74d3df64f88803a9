// SPDX-License-Identifier: Apache-2.0
package il.moked.promise.desk;

import il.moked.promise.PromiseLine;
import il.moked.promise.ejb.PromiseReading;
import il.moked.shared.desk.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** WEB-INF/parts/promise/card.xhtml: what a customer was promised, the next one on top. */
@Named
@RequestScoped
public class PromiseCardView {
    @Inject
    PromiseReading reading;
    @Inject
    Screen screen;

    private Shown shown;

    /** @param pending due first @param over what became of the last ones */
    public record Shown(long customer, List<PromiseLine> pending, List<PromiseLine> over) {
        public boolean empty() {
            return pending.isEmpty() && over.isEmpty();
        }
    }

    /** What the page asks to be drawn again: it says whose they are, and nothing else of the card is read. Null when the card itself is drawn. */
    public Shown asked() {
        return screen.text("promised-to") == null ? null : of(screen.number("promised-to"));
    }

    public Shown of(long customer) {
        if (shown == null || shown.customer() != customer) {
            PromiseReading.OfCustomer all = reading.ofCustomer(customer);
            shown = new Shown(customer, all.pending(), all.over());
        }
        return shown;
    }

    /** After something was changed. */
    void again() {
        shown = null;
    }
}
