// SPDX-License-Identifier: Apache-2.0
package il.moked.dispatch.desk;

import il.moked.dispatch.VisitLaw;
import il.moked.dispatch.ejb.Booking;
import il.moked.dispatch.ejb.Booking.Lack;
import il.moked.dispatch.ejb.Booking.Offer;
import il.moked.dispatch.ejb.Booking.Offers;
import il.moked.dispatch.ejb.Booking.Wanted;
import il.moked.dispatch.ejb.VisitReading;
import il.moked.dispatch.ejb.VisitReading.Choice;
import il.moked.dispatch.ejb.VisitReading.VisitLine;
import il.moked.dispatch.ejb.VisitReading.Where;
import il.moked.shared.BusinessException;
import il.moked.shared.desk.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;

/** WEB-INF/parts/dispatch/case.xhtml: visits of a case, and booking one. */
@Named
@RequestScoped
public class CaseVisitsView {
    private static final String FIRST_HOURS = "08:00";

    @Inject
    VisitReading reading;
    @Inject
    Booking booking;
    @Inject
    DispatchWords words;
    @Inject
    Screen screen;
    @Inject
    Clock clock;

    private List<VisitLine> lines;
    private Offers offers;
    private boolean asked;

    private long caseId() {
        return screen.number("id");
    }

    public List<VisitLine> lines() {
        if (lines == null) {
            lines = reading.ofCase(caseId());
        }
        return lines;
    }

    public boolean cancellable(VisitLine line) {
        return !line.state().over() && line.arrivedAt() == null;
    }

    public Where where() {
        return reading.where(caseId());
    }

    public List<Choice> kinds() {
        return reading.kinds();
    }

    public List<Choice> towns() {
        return reading.localities();
    }

    public LocalDate getToday() {
        return VisitLaw.dayOf(clock.instant());
    }

    /** Whether the dialog was opened: before, its form is not drawn. */
    public boolean isOpened() {
        return screen.says("visit-form");
    }

    public boolean isOffering() {
        return asked;
    }

    public Offers offers() {
        return offers;
    }

    /** What stands against the wish, in words; null when nothing does. */
    public String lack() {
        return offers == null || offers.lack() == Lack.NONE ? null : words.text("lack." + offers.lack());
    }

    public long millis(Instant at) {
        return at.toEpochMilli();
    }

    public void form() {
        screen.redraw("visit-form");
    }

    public void look() {
        LocalDate wish = words.day("wish");
        String hour = screen.text("hour");
        Instant from = wish == null ? null : wish.atTime(LocalTime.parse(hour != null && hour.matches("(0[8-9]|1[0-9]):00") ? hour : FIRST_HOURS)).atZone(VisitLaw.ZONE).toInstant();
        offers = booking.offers(wanted(), from);
        asked = true;
        screen.redraw("visit-offers");
    }

    public void book() {
        long id = booking.book(wanted(), words.moment("from"), words.moment("to"));
        screen.tell(words.text("booked", reading.get(id).number()));
        screen.answer("done", true);
        screen.redraw("case-visits");
    }

    public void cancel() {
        booking.cancel(screen.number("visit"), words.seen());
        lines = null;
        screen.answer("done", true);
        screen.redraw("case-visits");
    }

    public boolean bookable(Offer offer) {
        return offer != null && !offer.otherTerritory();
    }

    private Wanted wanted() {
        String part = screen.text("part");
        return new Wanted(caseId(), screen.text("kind"), screen.text("town"), screen.text("address"), screen.text("directions"), null, part == null || part.isBlank() ? Map.of() : Map.of(sku(part), 1), screen.says("urgent") ? 2 : 0, null);
    }

    private static String sku(String part) {
        if (part.length() > 40) {
            throw new BusinessException("shared.field-too-long", "part", 40);
        }
        return part.strip();
    }
}
