// SPDX-License-Identifier: Apache-2.0
package il.moked.calendar.ejb;

import il.moked.calendar.BusinessCalendar;
import il.moked.calendar.BusinessCalendarText;
import il.moked.calendar.CalendarVersion;
import il.moked.calendar.Calendars;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.time.Clock;

/** The calendars an installation begins with: Israel's week, day and night, Monday to Friday. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@PermitAll
public class FirstCalendars {
    @Inject
    Calendars calendars;
    @Inject
    Clock clock;

    @PostConstruct
    void write() {
        if (calendars.current().isEmpty()) {
            first(Calendars.DEFAULT, "ישראל", "Israel", Calendars.israeli());
            first("always", "24 שעות, 7 ימים", "Day and night", Calendars.always());
            first("mon-fri", "שני עד שישי, לונדון", "Monday to Friday, London", Calendars.western());
        }
    }

    private void first(String code, String hebrew, String english, BusinessCalendar calendar) {
        calendars.add(new CalendarVersion(code, 1, hebrew, english, BusinessCalendarText.write(calendar), "", "moked", clock.instant()));
    }
}
