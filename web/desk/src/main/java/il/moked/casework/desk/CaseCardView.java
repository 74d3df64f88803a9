// SPDX-License-Identifier: Apache-2.0
package il.moked.casework.desk;

import il.moked.casework.CaseLine;
import il.moked.casework.ejb.CaseReading;
import il.moked.shared.Page;
import il.moked.shared.desk.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** WEB-INF/parts/casework/card.xhtml: what a customer still waits for, due first, and the last that ended. */
@Named
@RequestScoped
public class CaseCardView {
    private static final int MOST = 20;

    @Inject
    CaseReading reading;
    @Inject
    Screen screen;

    private Shown shown;

    /** @param live due first @param over the newest first */
    public record Shown(long customer, List<CaseLine> live, List<CaseLine> over) {
    }

    /** What the page asks to be drawn again; null when the card itself is drawn. */
    public Shown asked() {
        return screen.text("cases-of") == null ? null : of(screen.number("cases-of"));
    }

    public Shown of(long customer) {
        if (shown == null || shown.customer() != customer) {
            Page<CaseLine> all = reading.ofCustomer(customer, null, MOST);
            shown = new Shown(customer, reading.liveOf(customer), all.rows().stream().filter(line -> !line.state().live() && line.mergedInto() == null).toList());
        }
        return shown;
    }

    void again() {
        shown = null;
    }
}
