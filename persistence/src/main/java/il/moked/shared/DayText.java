// SPDX-License-Identifier: Apache-2.0
package il.moked.shared;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A day as people write it in Israel, {@code 7.3.1985} or {@code 07/03/1985}, or as systems do, {@code 1985-03-07}. */
public final class DayText {
    private static final Pattern PEOPLE = Pattern.compile("(\\d{1,2})[./-](\\d{1,2})[./-](\\d{4})");
    private static final Pattern SYSTEMS = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");

    private DayText() {
    }

    public static Optional<LocalDate> read(String written) {
        if (written == null) {
            return Optional.empty();
        }
        Matcher people = PEOPLE.matcher(written.strip());
        if (people.matches()) {
            return day(people.group(3), people.group(2), people.group(1));
        }
        Matcher systems = SYSTEMS.matcher(written.strip());
        return systems.matches() ? day(systems.group(1), systems.group(2), systems.group(3)) : Optional.empty();
    }

    private static Optional<LocalDate> day(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** As people write it. */
    public static String shown(LocalDate day) {
        return day == null ? "" : "%02d.%02d.%04d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
    }
}
