// SPDX-License-Identifier: Apache-2.0
package il.moked.admin.desk;

import il.moked.calendar.BusinessCalendar;
import il.moked.calendar.BusinessCalendarText;
import il.moked.calendar.Calendars;
import il.moked.calendar.IsraeliHolidays;
import il.moked.calendar.ejb.CalendarKeeping;
import il.moked.shared.desk.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** admin/calendars.xhtml: when the organisation works. */
@Named
@RequestScoped
public class CalendarsView {
    private static final int AHEAD_DAYS = 370;

    @Inject
    CalendarKeeping keeping;
    @Inject
    Choices choices;
    @Inject
    Screen screen;
    @Inject
    Doing doing;
    @Inject
    Words words;
    @Inject
    Clock clock;

    private CalendarKeeping.Edition chosen;
    private boolean finished;

    /** A date on which something else holds than in an ordinary week. */
    public record Special(LocalDate date, String name, String hours) {
    }

    public boolean isEditing() {
        return !finished && (screen.text("code") != null && !screen.text("code").isEmpty() || isNew());
    }

    public boolean isNew() {
        return "true".equals(screen.text("new"));
    }

    public CalendarKeeping.Edition chosen() {
        if (chosen == null) {
            chosen = isNew() ? new CalendarKeeping.Edition("", 0, false, "", "", BusinessCalendarText.write(Calendars.israeli()), "", "", clock.instant()) : keeping.get(screen.text("code"));
        }
        return chosen;
    }

    public SheetRow sheet() {
        return SheetRow.of(chosen().content());
    }

    /** One empty row, for what is added. */
    public List<SheetRow> blanks() {
        return List.of(SheetRow.EMPTY);
    }

    public List<CalendarKeeping.Edition> versions() {
        return isNew() ? List.of() : keeping.versions(chosen().code());
    }

    public boolean open(CalendarKeeping.Edition calendar) {
        return BusinessCalendarText.read(calendar.content()).openAt(clock.instant());
    }

    /** When that changes, null when it never does. */
    public Instant change(CalendarKeeping.Edition calendar) {
        BusinessCalendar hours = BusinessCalendarText.read(calendar.content());
        Instant now = clock.instant();
        Instant next = hours.openAt(now) ? hours.closing(now) : hours.nextOpening(now);
        return next.isAfter(now) && !next.equals(now) && !calendar.content().contains("00:00-24:00") ? next : null;
    }

    /** Holidays and short days of the year to come. */
    public List<Special> ahead() {
        BusinessCalendar calendar = BusinessCalendarText.read(chosen().content());
        List<Special> ahead = new ArrayList<>();
        LocalDate today = clock.instant().atZone(calendar.zone()).toLocalDate();
        for (LocalDate date = today; date.isBefore(today.plusDays(AHEAD_DAYS)); date = date.plusDays(1)) {
            IsraeliHolidays.Holiday holiday = calendar.holidays() == BusinessCalendar.Holidays.ISRAEL ? IsraeliHolidays.of(date.getYear()).get(date) : null;
            if (holiday != null || calendar.days().containsKey(date)) {
                ahead.add(new Special(date, holiday == null ? "" : words.text("holiday." + holiday.name()), BusinessCalendarText.hours(calendar.hours(date))));
            }
        }
        return ahead;
    }

    public void save() {
        CalendarKeeping.Edition saved = doing.told("saved", () -> keeping.save(screen.text("code"), (int) screen.number("seen"), screen.text("hebrewName"), screen.text("englishName"), screen.text("content"), screen.text("note")));
        if (saved != null) {
            finished = isNew();
            chosen = saved;
            choices.again();
            screen.answer("go", finished ? "calendars.xhtml" : "calendars.xhtml?code=" + saved.code());
        }
    }

    public void rollBack() {
        int before = keeping.get(screen.text("code")).number();
        CalendarKeeping.Edition now = doing.tried(() -> keeping.rollBack(screen.text("code"), (int) screen.number("id")));
        if (now != null) {
            chosen = now;
            screen.tell(words.text("calendar.rolled-back") + " " + now.number(), before);
        }
    }
}
