// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice.desk;

import il.moked.selfservice.ejb.LinkReading;
import il.moked.selfservice.ejb.LinkReading.LinkLine;
import il.moked.shared.desk.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** WEB-INF/parts/selfservice/links.xhtml: links that were sent to a customer, or from a case, and what became of each. */
@Named
@RequestScoped
public class LinksView {
    @Inject
    LinkReading reading;
    @Inject
    Screen screen;

    private List<LinkLine> lines;

    /** Whose, or of which case. */
    public record Shown(Long customerId, Long caseId, List<LinkLine> lines) {
    }

    private Long number(String name) {
        return screen.text(name) == null || screen.text(name).isBlank() ? null : screen.number(name);
    }

    /** What the page asks to be drawn again; nothing else of the card is read then. Null when the card itself is drawn. */
    public Shown asked() {
        Long customer = number("links-of");
        return customer == null ? null : shown(customer, number("links-of-case"));
    }

    /** @param caseId null for all of the customer */
    public Shown shown(Long customerId, Long caseId) {
        if (lines == null) {
            lines = caseId == null ? reading.ofCustomer(customerId) : reading.ofCase(caseId);
        }
        return new Shown(customerId, caseId, lines);
    }

    /** After something was changed. */
    void again() {
        lines = null;
    }
}
