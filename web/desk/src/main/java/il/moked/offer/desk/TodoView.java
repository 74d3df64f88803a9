// SPDX-License-Identifier: Apache-2.0
package il.moked.offer.desk;

import il.moked.offer.ejb.LeadHandling;
import il.moked.promise.ejb.PromiseReading;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** parts/offer/todo.xhtml: what waits for an agent beside conversations. */
@Named
@RequestScoped
public class TodoView {
    @Inject
    PromiseReading promises;
    @Inject
    LeadHandling leads;
    @Inject
    OfferWords words;
    @Inject
    Clock clock;

    private List<Line> lines;

    /** @param overdue whether one of it is past its time */
    public record Line(String code, String icon, String page, String count, boolean overdue) {
    }

    /** Of what nothing waits is not in it. */
    public List<Line> lines() {
        if (lines == null) {
            lines = new ArrayList<>();
            due("promises", "promises.xhtml", promises.mineDue());
            due("team-promises", "promises.xhtml?of=team", promises.nobodysDue());
            int waiting = leads.waiting();
            if (waiting > 0) {
                lines.add(new Line("leads", "bolt", "leads.xhtml", upTo(waiting, LeadHandling.MOST_WAITING), false));
            }
        }
        return lines;
    }

    private void due(String code, String page, PromiseReading.Due due) {
        if (due.count() > 0) {
            lines.add(new Line(code, "check-double", page, upTo(due.count(), PromiseReading.MOST_DUE), due.overdue(clock.instant())));
        }
    }

    private String upTo(int count, int most) {
        return count < most ? words.number(count) : words.number(most - 1) + "+";
    }
}
