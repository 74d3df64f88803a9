// SPDX-License-Identifier: Apache-2.0
package il.moked.dispatch.desk;

import il.moked.dispatch.VisitLaw;
import il.moked.dispatch.ejb.VisitReading;
import il.moked.dispatch.ejb.VisitReading.FixFigures;
import il.moked.shared.desk.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;

/** supervisor/first-fix.xhtml: how often the first visit was enough. */
@Named
@RequestScoped
public class FirstFixView {
    private static final int DAYS = 90;

    @Inject
    VisitReading reading;
    @Inject
    DispatchWords words;
    @Inject
    Screen screen;
    @Inject
    Clock clock;

    private FixFigures figures;

    public FixFigures figures() {
        if (figures == null) {
            LocalDate to = words.day("to") == null ? VisitLaw.dayOf(clock.instant()) : words.day("to");
            LocalDate from = words.day("from") == null ? to.minusDays(DAYS) : words.day("from");
            figures = reading.firstFixes(from, to, screen.language());
        }
        return figures;
    }
}
