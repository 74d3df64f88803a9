// SPDX-License-Identifier: Apache-2.0
package il.moked.dispatch.desk;

import il.moked.dispatch.Visit;
import il.moked.dispatch.VisitLaw;
import il.moked.dispatch.ejb.VisitReading;
import il.moked.dispatch.ejb.VisitReading.Part;
import il.moked.dispatch.ejb.VisitReading.VisitLine;
import il.moked.dispatch.ejb.VisitWork;
import il.moked.dispatch.ejb.VisitWork.End;
import il.moked.shared.BusinessException;
import il.moked.shared.desk.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** agent/visits.xhtml: a technician's day on his phone. */
@Named
@RequestScoped
public class VisitsView {
    private static final int SEARCH_DAYS = 4;

    @Inject
    VisitReading reading;
    @Inject
    VisitWork work;
    @Inject
    DispatchWords words;
    @Inject
    Screen screen;
    @Inject
    Clock clock;

    private List<VisitLine> lines;
    private LocalDate day;

    public boolean isTechnician() {
        return reading.technician();
    }

    /** The day that was asked for; else the next one on which there is something to do. */
    public LocalDate getDay() {
        lines();
        return day;
    }

    public List<VisitLine> lines() {
        if (lines == null) {
            LocalDate asked = words.day("day");
            day = asked == null ? VisitLaw.dayOf(clock.instant()) : asked;
            lines = reading.mine(day);
            for (int further = 1; asked == null && lines.isEmpty() && further < SEARCH_DAYS; further++) {
                LocalDate next = VisitLaw.dayOf(clock.instant()).plusDays(further);
                List<VisitLine> found = reading.mine(next);
                if (!found.isEmpty()) {
                    day = next;
                    lines = found;
                }
            }
        }
        return lines;
    }

    public Visit.Cause[] causes() {
        return Visit.Cause.values();
    }

    /** Whether a part must be fetched before it is needed. */
    public boolean fetch(Part part) {
        return part.onVan() < part.quantity();
    }

    public void act() {
        long id = screen.number("visit");
        switch (screen.text("ask") == null ? "" : screen.text("ask")) {
            case "set-out" -> work.setOut(id);
            case "arrive" -> {
                int due = work.arrive(id);
                if (due > 0) {
                    screen.tell(words.text("compensation.due", due));
                }
            }
            case "fixed" -> work.end(id, new End(null, screen.text("note"), used(), screen.text("signer"), screen.text("strokes")));
            case "not-fixed" -> work.end(id, new End(DispatchWords.one(Visit.Cause.class, screen.text("cause")), screen.text("note"), used(), null, null));
            case "photo" -> work.photograph(id, photo());
            default -> throw new BusinessException("shared.bad-request");
        }
        lines = null;
        screen.answer("done", true);
        screen.redraw("visits");
    }

    private Map<String, Integer> used() {
        Map<String, Integer> used = new HashMap<>();
        String sent = screen.text("used");
        for (String each : sent == null || sent.isEmpty() ? new String[0] : sent.split("\n")) {
            int at = each.lastIndexOf(' ');
            if (at < 1 || !each.substring(at + 1).matches("[0-9]{1,2}") || used.size() >= Visit.MOST_PARTS) {
                throw new BusinessException("shared.bad-request");
            }
            used.put(each.substring(0, at), Integer.valueOf(each.substring(at + 1)));
        }
        return used;
    }

    private byte[] photo() {
        try {
            return Base64.getDecoder().decode(screen.text("photo") == null ? "" : screen.text("photo"));
        } catch (IllegalArgumentException broken) {
            throw new BusinessException("dispatch.photo");
        }
    }
}
