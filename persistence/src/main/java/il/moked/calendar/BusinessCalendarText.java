// SPDX-License-Identifier: Apache-2.0
package il.moked.calendar;

import il.moked.calendar.BusinessCalendar.Holidays;
import il.moked.calendar.BusinessCalendar.Hours;
import il.moked.shared.BusinessException;
import il.moked.shared.Fields;
import il.moked.shared.OneJson;
import jakarta.json.JsonArrayBuilder;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** {@link BusinessCalendar} as JSON. Hours are written as {@code 08:00-13:00, 14:00-17:00}; nothing is closed. */
public final class BusinessCalendarText {
    private static final Pattern HOURS = Pattern.compile("([01]\\d|2[0-4]):([0-5]\\d)\\s*[-–]\\s*([01]\\d|2[0-4]):([0-5]\\d)");
    private static final int LONGEST = 200;
    private static final DayOfWeek[] FROM_SUNDAY = {DayOfWeek.SUNDAY, DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY, DayOfWeek.SATURDAY};

    private BusinessCalendarText() {
    }

    public static String write(BusinessCalendar calendar) {
        JsonArrayBuilder week = OneJson.PROVIDER.createArrayBuilder();
        for (DayOfWeek day : FROM_SUNDAY) {
            week.add(OneJson.PROVIDER.createObjectBuilder().add("day", day.name()).add("hours", hours(calendar.week().getOrDefault(day, List.of()))));
        }
        JsonArrayBuilder days = OneJson.PROVIDER.createArrayBuilder();
        new TreeMap<>(calendar.days()).forEach((date, open) -> days.add(OneJson.PROVIDER.createObjectBuilder().add("date", date.toString()).add("hours", hours(open))));
        return OneJson.PROVIDER.createObjectBuilder().add("calendar", OneJson.PROVIDER.createObjectBuilder().add("zone", calendar.zone().getId()).add("holidays", calendar.holidays().name()).add("shortDay", hours(calendar.shortDay())))
                .add("week", week).add("days", days).build().toString();
    }

    /** {@code 08:00-13:00, 14:00-17:00}; empty when closed. */
    public static String hours(List<Hours> open) {
        return open.stream().map(one -> "%02d:%02d-%02d:%02d".formatted(one.from() / 60, one.from() % 60, one.to() / 60, one.to() % 60)).collect(Collectors.joining(", "));
    }

    /** @throws BusinessException whose first argument is the field that is wrong */
    public static BusinessCalendar read(String text) {
        Fields json = Fields.of(text);
        Fields head = json.part("calendar");
        ZoneId zone = zone(head);
        Holidays holidays = head.one("holidays", Holidays.class);
        List<Hours> shortDay = hours(head, "shortDay");
        head.nothingElse();
        Map<DayOfWeek, List<Hours>> week = new EnumMap<>(DayOfWeek.class);
        for (Fields row : json.rows("week")) {
            if (week.put(row.one("day", DayOfWeek.class), hours(row, "hours")) != null) {
                throw new BusinessException("shared.field-twice", row.path() + ".day");
            }
            row.nothingElse();
        }
        Map<LocalDate, List<Hours>> days = new TreeMap<>();
        for (Fields row : json.rows("days")) {
            if (days.put(date(row), hours(row, "hours")) != null) {
                throw new BusinessException("shared.field-twice", row.path() + ".date");
            }
            row.nothingElse();
        }
        json.nothingElse();
        if (week.values().stream().allMatch(List::isEmpty)) {
            throw new BusinessException("calendar.never-open", "week");
        }
        return new BusinessCalendar(zone, holidays, shortDay, week, days);
    }

    private static ZoneId zone(Fields head) {
        String name = head.text("zone", LONGEST);
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            throw new BusinessException("shared.field-unknown-value", head.path() + ".zone", name);
        }
    }

    private static LocalDate date(Fields row) {
        String written = row.text("date", LONGEST);
        try {
            return LocalDate.parse(written);
        } catch (DateTimeException unreadable) {
            throw new BusinessException("calendar.date", row.path() + ".date", written);
        }
    }

    private static List<Hours> hours(Fields row, String name) {
        return hours(row.path() + "." + name, row.findText(name, LONGEST).orElse(""));
    }

    /** As {@link #hours(List)} writes them. @throws BusinessException {@code calendar.hours} with the field */
    public static List<Hours> hours(String field, String written) {
        List<Hours> hours = new ArrayList<>();
        for (String part : written.isBlank() ? new String[0] : written.split(",")) {
            Matcher parts = HOURS.matcher(part.strip());
            int from = parts.matches() ? minute(parts, 1) : 0;
            int to = parts.matches() ? minute(parts, 3) : 0;
            boolean overlaps = hours.stream().anyMatch(other -> other.from() < to && from < other.to());
            if (from >= to || to > Hours.ALL_DAY.to() || overlaps) {
                throw new BusinessException("calendar.hours", field, part.strip());
            }
            hours.add(new Hours(from, to));
        }
        return hours;
    }

    private static int minute(Matcher parts, int hour) {
        return Integer.parseInt(parts.group(hour)) * 60 + Integer.parseInt(parts.group(hour + 1));
    }
}
