// SPDX-License-Identifier: Apache-2.0
package il.moked.calendar.ejb;

import il.moked.access.Role;
import il.moked.access.ejb.Administered;
import il.moked.access.ejb.CurrentUser;
import il.moked.calendar.BusinessCalendarText;
import il.moked.calendar.CalendarVersion;
import il.moked.calendar.Calendars;
import il.moked.shared.BusinessException;
import il.moked.shared.NotFoundException;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The business calendars, version by version. A change is in force within some seconds; going back to an older version makes a new one. */
@Stateless
@RolesAllowed(Role.ADMINISTRATOR)
public class CalendarKeeping {
    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_NOTE = 500;
    private static final int SHOWN = 30;

    @Inject
    Calendars calendars;
    @Inject
    CurrentUser currentUser;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    /** One version. */
    public record Edition(String code, int number, boolean current, String hebrewName, String englishName, String content, String note, String madeBy, Instant madeAt) {
        static Edition of(CalendarVersion version) {
            return new Edition(version.code(), version.number(), version.current(), version.hebrewName(), version.englishName(), version.content(), version.note(), version.madeBy(), version.madeAt());
        }

        public String name(String language) {
            return "he".equals(language) ? hebrewName : englishName;
        }
    }

    public List<Edition> list() {
        return calendars.current().stream().map(Edition::of).toList();
    }

    public Edition get(String code) {
        return calendars.findCurrent(code).map(Edition::of).orElseThrow(() -> new NotFoundException("calendar.unknown"));
    }

    /** The newest first. */
    public List<Edition> versions(String code) {
        return calendars.versions(code, SHOWN).stream().map(Edition::of).toList();
    }

    /**
     * Makes a new calendar, or the next version of one.
     *
     * @param seen number of the version the change is based on, 0 for a new calendar
     * @param note why; may be empty
     */
    public Edition save(String code, int seen, String hebrewName, String englishName, String content, String note) {
        if (code == null || !CODE.matcher(code).matches()) {
            throw new BusinessException("shared.code", "code");
        }
        named("hebrewName", hebrewName);
        named("englishName", englishName);
        String why = note == null ? "" : note.strip();
        if (why.length() > LONGEST_NOTE) {
            throw new BusinessException("shared.field-too-long", "note", LONGEST_NOTE);
        }
        String normal = BusinessCalendarText.write(BusinessCalendarText.read(content));
        Optional<CalendarVersion> known = calendars.findCurrentLocked(code);
        if (known.isPresent() && seen == 0) {
            throw new BusinessException("shared.code-taken", "code", code);
        }
        if (known.map(CalendarVersion::number).orElse(0) != seen) {
            throw new BusinessException("calendar.changed", known.map(CalendarVersion::madeBy).orElse("?"));
        }
        known.ifPresent(CalendarVersion::replaced);
        calendars.flush();
        CalendarVersion next = new CalendarVersion(code, seen + 1, hebrewName.strip(), englishName.strip(), normal, why, currentUser.name(), clock.instant());
        calendars.add(next);
        calendars.flush();
        events.tell(new Administered(seen == 0 ? "calendar.created" : "calendar.changed", "business-calendar", next.id(), code + " " + seen + " → " + (seen + 1)));
        return Edition.of(next);
    }

    public Edition rollBack(String code, int number) {
        CalendarVersion older = calendars.version(code, number);
        return save(code, get(code).number(), older.hebrewName(), older.englishName(), older.content(), "↩ " + number);
    }

    private static void named(String field, String name) {
        if (name == null || name.isBlank()) {
            throw new BusinessException("shared.field-missing", field);
        }
        if (name.length() > LONGEST_NAME) {
            throw new BusinessException("shared.field-too-long", field, LONGEST_NAME);
        }
    }
}
